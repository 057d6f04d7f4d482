import type { z } from 'zod';
import { IngestError } from '../../errors.ts';
import type { Requester } from '../../http/give-up.ts';
import { HttpError } from '../../http/http-error.ts';
import { gatherList } from '../gather-list.ts';
import type { ListPage } from '../payloads/list-payload.ts';
import { token } from '../payloads/scalars.ts';
import { readElement } from '../read-element.ts';
import type { Listing } from '../reading.ts';
import { batchPage } from './batch-payload.ts';

export type Resource = 'reports' | 'queries' | 'charts' | 'spaces' | 'report_stats';

/** A resource of which the first page is read: how much there is, and the way to the rest. */
export interface OpenedResource {
  /** Pages in all, as far as the first tells; 1 when it tells nothing. */
  readonly pages: number;
  /** Rows in all; null when it is not told. */
  readonly total: number | null;
  /** True when Mode does not let this token, or this plan, have it. */
  readonly refused: boolean;
  /** What became of the first page in prose, when it was not read. */
  readonly failure: string | null;
  /** Every row below what `parent` names, as it was sent. A row that names no parent cannot be used. */
  rowsBelow(parent: string): Promise<Listing<RowBelow>>;
  read<S extends z.ZodType, T>(schema: S, map: (row: z.output<S>) => T): Promise<Listing<T>>;
}

export interface RowBelow {
  readonly parent: string;
  readonly row: unknown;
}

/** Mode's Discovery API for one workspace. A resource that cannot be read says so in its readings; nothing is thrown. */
export interface DiscoveryClient {
  /** Members' personal collections come along only with `personal`. */
  open(resource: Resource, options: { readonly personal: boolean }): Promise<OpenedResource>;
}

/** How Mode says that Discovery is not for this token: of no use, of another plan, of no such place. */
const REFUSED: readonly (number | null)[] = [401, 403, 404];

/** The client's own Bearer token, pace and retries are the HTTP client's. Pages hold 1,000 rows unless told otherwise, so none is told. */
export const createDiscoveryClient = (http: Requester, workspaceName: string): DiscoveryClient => ({
  async open(resource, { personal }) {
    const path = `/batch/${encodeURIComponent(workspaceName)}/${resource}`;
    const ask = async (page: number): Promise<ListPage> => {
      const query = { page, ...(personal && resource !== 'spaces' ? { include_spaces: 'all' } : {}) };
      const { json } = await http.request({ method: 'GET', path, query });
      return batchPage(json, resource);
    };
    const first = await firstPage(ask);
    const gather = <T>(read: (row: unknown) => ReturnType<typeof readElement<z.ZodType, T>>) =>
      gatherList(
        async (page) => {
          if (page > 1) return ask(page);
          if (first.error !== null) throw first.error;
          return first.page;
        },
        { part: partOf(resource), paged: true, identity: identityOf(resource), read },
      );
    return {
      pages: first.page.totalPages ?? 1,
      total: first.page.totalCount,
      refused: first.error instanceof HttpError && REFUSED.includes(first.error.status),
      failure: first.error?.message ?? null,
      read: (schema, map) => gather((row) => readElement(row, schema, map)),
      rowsBelow: (parent) =>
        gather((row) => readElement(fieldOf(row, parent), token, (found) => ({ parent: found, row }))),
    };
  },
});

/** @throws what is not an IngestError: a mistake of ours must not pass for one of Mode's. */
async function firstPage(
  ask: (page: number) => Promise<ListPage>,
): Promise<{ readonly page: ListPage; readonly error: IngestError | null }> {
  try {
    return { page: await ask(1), error: null };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { page: NO_PAGE, error };
  }
}

const NO_PAGE: ListPage = { rows: [], totalPages: null, totalCount: null };

export const partOf = (resource: Resource): string => `${resource.replace('_', ' ')} in Discovery`;
const identityOf = (resource: Resource): string => (resource === 'report_stats' ? 'report_token' : 'token');

const fieldOf = (row: unknown, field: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined;

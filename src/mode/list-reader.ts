import type { z } from 'zod';
import type { Requester } from '../http/give-up.ts';
import { gatherList } from './gather-list.ts';
import { type ListPage, listPage } from './payloads/list-payload.ts';
import { readElement } from './read-element.ts';
import type { Listing } from './reading.ts';

/** A list of Mode: where it is, and what its elements are. */
export interface ModeList<S extends z.ZodType, T> {
  /** What it is called in messages. */
  readonly part: string;
  /** Segments of the path below the workspace. */
  readonly at: readonly string[];
  /** Mode's name for it under `_embedded`. */
  readonly key: string;
  /** True when Mode sends it in pages. */
  readonly paged?: boolean;
  readonly query?: Readonly<Record<string, string>>;
  /** The field that tells its elements apart; `token` when left out. */
  readonly identity?: string;
  readonly schema: S;
  readonly map: (payload: z.output<S>) => T;
  /** Tells errors by which Mode says that there is nothing; none when left out. */
  readonly emptyWhen?: (error: unknown) => boolean;
}

export type ListReader = <S extends z.ZodType, T>(list: ModeList<S, T>) => Promise<Listing<T>>;

/** Reads any list of a workspace. `per_page` is never asked for: Mode's pages hold 30 whatever it says. */
export const listReader =
  (http: Requester, workspaceName: string): ListReader =>
  ({ part, at, key, paged = false, query, identity = 'token', schema, map, emptyWhen }) => {
    const path = ['/api', ...[workspaceName, ...at].map(encodeURIComponent)].join('/');
    const fetchPage = async (page: number): Promise<ListPage> => {
      const asked = { ...query, ...(paged ? { page } : {}) };
      try {
        const { json } = await http.request({ method: 'GET', path, query: asked });
        return listPage(json, key);
      } catch (error) {
        if (emptyWhen?.(error)) return EMPTY_PAGE;
        throw error;
      }
    };
    return gatherList(fetchPage, { part, paged, identity, read: (row) => readElement(row, schema, map) });
  };

const EMPTY_PAGE: ListPage = { rows: [], totalPages: null, totalCount: null };

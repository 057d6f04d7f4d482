import type { EntityKind } from '../catalog/entities.ts';
import { HttpError } from '../http/http-error.ts';
import { fqnOf, readBulkAnswer } from './bulk-answer.ts';
import type { CatalogWriter, CreateBody, RowResult } from './catalog-writer.ts';
import { ENTITY_PATHS } from './entity-paths.ts';
import type { SendCreate } from './send-create.ts';
import { writeEach } from './write-each.ts';

/** One body and the place of its result. */
interface Row {
  readonly index: number;
  readonly body: CreateBody;
}

/** The part of the writer that creates and updates entities: in bulk as far as the server can, each row's fate known. */
export function createPutEntities(
  send: SendCreate,
  { bulk, bulkSize }: { readonly bulk: boolean; readonly bulkSize: number },
): CatalogWriter['putEntities'] {
  let hasBulk = bulk;
  const chunk = Math.max(1, Math.floor(bulkSize));

  return async (kind, bodies, onDone = () => {}) => {
    const path = ENTITY_PATHS[kind];
    const results: RowResult[] = [];
    let done = 0;
    const settle = ({ index }: Row, result: RowResult): void => {
      results[index] = result;
      done += 1;
      onDone(done, index, result);
    };

    const singly = (rows: readonly Row[]): Promise<void> =>
      writeEach(rows, async (row) => {
        const result = await send(path, kind, row.body).then(() => PASSED, failure);
        settle(row, result);
      });

    /** Sends the rows in one request; those that it does not say to have passed are sent singly once more. */
    const together = async (rows: readonly Row[]): Promise<void> => {
      if (!hasBulk || rows.length === 1) return singly(rows);
      const sent = rows.map((row) => row.body);
      let answer: unknown;
      try {
        answer = (await send(`${path}/bulk`, kind, sent)).json;
      } catch (error) {
        const remedy = remedyFor(error);
        if (remedy === 'halve') {
          const half = Math.ceil(rows.length / 2);
          await together(rows.slice(0, half));
          return together(rows.slice(half));
        }
        if (remedy === 'give-up') {
          for (const row of rows) settle(row, failure(error));
          return;
        }
        if (remedy === 'no-bulk') hasBulk = false;
        return singly(rows);
      }
      const verdicts = readBulkAnswer(answer, kind, sent);
      const passed = (place: number): boolean => verdicts[place] === 'passed';
      for (const row of rows.filter((_, place) => passed(place))) settle(row, PASSED);
      return singly(rows.filter((_, place) => !passed(place)));
    };

    for (const rows of requestsOf(kind, bodies, chunk)) await together(rows);
    return results;
  };
}

const PASSED: RowResult = { ok: true };

/**
 * The rows of each request, made as they are asked for. A bulk answer names rows by FQN, so no two rows of a request may share one: the
 * second waits for the next.
 */
function* requestsOf(
  kind: EntityKind,
  bodies: Iterable<CreateBody>,
  most: number,
): Generator<readonly Row[], void> {
  let rows = new Map<string, Row>();
  let waiting: Row[] = [];
  /** What was waiting comes first. */
  const next = (): void => {
    const waited = waiting;
    rows = new Map();
    waiting = [];
    for (const row of waited) add(row);
  };
  const add = (row: Row): void => {
    const name = fqnOf(kind, row.body);
    if (rows.size === most || rows.has(name)) waiting.push(row);
    else rows.set(name, row);
  };
  let index = 0;
  for (const body of bodies) {
    add({ index, body });
    index += 1;
    if (rows.size < most) continue;
    yield [...rows.values()];
    next();
  }
  for (; rows.size > 0; next()) yield [...rows.values()];
}

/**
 * What to do when a whole bulk request fails. Rows are sent singly when one of them may be to blame, in halves when there was too much
 * of them, and not at all when each would fail just so.
 */
function remedyFor(error: unknown): 'no-bulk' | 'singly' | 'halve' | 'give-up' {
  if (!(error instanceof HttpError) || error.kind === 'cancelled') throw error;
  if (error.status === 404 || error.status === 405) return 'no-bulk';
  if (error.status === 413 || error.status === 504 || error.kind === 'timeout') return 'halve';
  return error.status === 400 || error.status === 500 ? 'singly' : 'give-up';
}

/** A row's own failure. What ends the run is thrown on. */
function failure(error: unknown): RowResult {
  if (!(error instanceof HttpError) || error.kind === 'cancelled') throw error;
  return { ok: false, error: error.serverMessage ?? error.message, status: error.status };
}

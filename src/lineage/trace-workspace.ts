import { setImmediate } from 'node:timers/promises';
import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import type { Workspace } from '../mode/workspace.ts';
import { loadParser } from './parser/load-parser.ts';
import type { SqlParser } from './parser/sql-parser.ts';
import { reportReader } from './read-queries.ts';
import { createResolver } from './resolve/resolver.ts';
import type { QuerySources } from './sources.ts';
import type { TableCatalog } from './table-catalog.ts';
import { traceQuery } from './trace-query.ts';

export interface TraceOptions {
  /** `Service`, `Service.Db`, `Service.Db.Schema` or `Service.Db.Schema.Table`; empty for every service of a matching type. */
  readonly prefixes: readonly string[];
  readonly onProgress: (stage: string, done: number, total: number | null) => void;
  /** Ends the work: its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Where the SQL parser comes from; it is not asked for when there is no SQL. */
  readonly loadParser?: () => Promise<SqlParser>;
}

/** Reports under way at the same time: each has one query in hand, and holds its syntax tree until its tables are looked up. */
const AT_ONCE = 16;
/** Queries between two turns of the event loop, so that a signal or a progress line gets its turn. */
const BETWEEN_TURNS = 10;

/**
 * The tables and columns of the catalog that every query of a workspace reads, with a verdict for each. Every distinct name is
 * looked up once. A look-up that fails concerns its table alone.
 * @throws only what says that the run was cancelled.
 */
export async function traceWorkspace(
  workspace: Workspace,
  tables: TableCatalog,
  { prefixes, onProgress, signal, loadParser: load = loadParser }: TraceOptions,
): Promise<readonly QuerySources[]> {
  const resolve = await createResolver(tables, prefixes);
  const read = reportReader(workspace, once(load));
  const total = workspace.reports.reduce((sum, { queries }) => sum + queries.items.length, 0);
  let done = 0;
  const traced = await mapConcurrently(workspace.reports, AT_ONCE, async (report) => {
    const sources: QuerySources[] = [];
    for await (const reading of read(report)) {
      sources.push((await traceQuery(reading, resolve)).sources);
      done += 1;
      if (done % BETWEEN_TURNS !== 0) continue;
      onProgress('Queries traced', done, total);
      await setImmediate();
      signal?.throwIfAborted();
    }
    return sources;
  });
  onProgress('Queries traced', total, total);
  return traced.flat();
}

function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | null = null;
  return () => {
    value ??= work();
    return value;
  };
}

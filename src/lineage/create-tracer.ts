import { setImmediate } from 'node:timers/promises';
import { createLimit } from '../concurrency/create-limit.ts';
import type { ReportSql } from '../mode/workspace.ts';
import { loadParser } from './parser/load-parser.ts';
import type { SqlParser } from './parser/sql-parser.ts';
import { type QueryContext, reportReader } from './read-queries.ts';
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

/** Traces the SQL of reports as they come. */
export interface Tracer {
  /** Begins with a report, and returns at once. */
  add(report: ReportSql): void;
  /**
   * What was found for every query, in the order in which the reports were added.
   * @throws only what says that the run was cancelled.
   */
  sources(): Promise<readonly QuerySources[]>;
}

/** Reports under way at the same time: each has one query in hand, and holds its syntax tree until its tables are looked up. */
const AT_ONCE = 16;
/** Queries between two turns of the event loop, so that a signal or a progress line gets its turn. */
const BETWEEN_TURNS = 10;

/**
 * Finds the tables and columns of the catalog that every query reads, with a verdict for each. Every distinct name is looked up once. A
 * look-up that fails concerns its table alone.
 */
export function createTracer(
  context: QueryContext,
  tables: TableCatalog,
  { prefixes, onProgress, signal, loadParser: load = loadParser }: TraceOptions,
): Tracer {
  const read = reportReader(context, once(load));
  const resolver = once(() => createResolver(tables, prefixes));
  const limit = createLimit(AT_ONCE);
  const tracing: Promise<readonly QuerySources[]>[] = [];
  let added = 0;
  let done = 0;

  const trace = async (report: ReportSql): Promise<readonly QuerySources[]> => {
    const sources: QuerySources[] = [];
    const resolve = await resolver();
    for await (const reading of read(report)) {
      sources.push((await traceQuery(reading, resolve)).sources);
      done += 1;
      if (done % BETWEEN_TURNS !== 0) continue;
      onProgress('Queries traced', done, added);
      await setImmediate();
      signal?.throwIfAborted();
    }
    return sources;
  };
  return {
    add(report) {
      added += report.queries.items.length;
      const traced = limit(() => trace(report));
      // Whoever asks for the sources is told; until then it is nobody's.
      traced.catch(() => {});
      tracing.push(traced);
    },
    async sources() {
      const traced = await Promise.all(tracing);
      onProgress('Queries traced', added, added);
      return traced.flat();
    },
  };
}

function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | null = null;
  return () => {
    value ??= work();
    return value;
  };
}

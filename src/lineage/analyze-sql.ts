import { dialectNamed } from './dialect-of.ts';
import { namingRules } from './dialect-rules.ts';
import { collectParameters } from './liquid/forms.ts';
import { type ListedCatalog, listedCatalog } from './listed-catalog.ts';
import { loadParser } from './parser/load-parser.ts';
import { readSql } from './read-sql.ts';
import { sniffDialect } from './sniff-dialect.ts';
import type { Diagnostic, FoundTable, LinkedTable, UnlinkedTable, Verdict } from './sources.ts';
import { judge, written } from './verdict.ts';

export interface AnalyzeSqlOptions {
  /** As Mode holds it: Liquid, forms and definitions are understood. */
  readonly sql: string;
  /** One of the dialects, or a Mode adapter such as `jdbc:sqlserver`; anything else is guessed from the SQL. */
  readonly dialect: string;
  /** The workspace's definitions: their SQL by name, with or without the `@`. */
  readonly definitions?: Readonly<Record<string, string>>;
  /** The other queries of the report: their forms give parameters too. */
  readonly siblingQueries?: readonly string[];
  /** The columns of tables by dotted name, e.g. `public.orders`. A part that holds a dot stands in double quotes. */
  readonly catalog?: Readonly<Record<string, readonly string[]>>;
}

/** A table, as written: without quotes, null for a part that is left out. */
export interface AnalyzedTable {
  /** The server of a four-part name, or the link of an Oracle one. */
  readonly server?: string;
  readonly db: string | null;
  readonly schema: string | null;
  readonly table: string;
  /** There when only a Liquid branch that default values do not take reads it. */
  readonly conditional?: true;
  /** High when the parser and the scanner agree on the statement. */
  readonly confidence: 'high' | 'low';
}

export interface AnalyzedColumn {
  /** Null for an expression without a name. */
  readonly output: string | null;
  readonly sources: readonly {
    readonly db: string | null;
    readonly schema: string | null;
    readonly table: string;
    readonly column: string;
  }[];
}

/** What one query reads. */
export interface SqlAnalysis {
  readonly dialect: string;
  /** Whether its tables are in the catalog. Without a catalog each counts as found: `linked`, `no-tables` or `unparsed`. */
  readonly verdict: Verdict;
  /** One sentence. */
  readonly reason: string;
  readonly tables: readonly AnalyzedTable[];
  /** The columns of the last result set, which is what Mode shows; null when they are not known. */
  readonly columns: readonly AnalyzedColumn[] | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The SQL with default values in its Liquid. */
  readonly rendered: string;
}

/**
 * The tables and columns that one Mode query reads, offline. It returns a promise because the SQL parser starts at the first call
 * (about 0.2 s); later calls take well under a millisecond. It never rejects, whatever the SQL.
 */
export async function analyzeSql(options: AnalyzeSqlOptions): Promise<SqlAnalysis> {
  const { sql, siblingQueries = [], catalog } = options;
  const parser = await loadParser();
  const definitions = definitionsFrom(options.definitions ?? {});
  const parameters = collectParameters([sql, ...siblingQueries], definitions);
  const dialect = dialectNamed(options.dialect) ?? sniffDialect(sql);
  const listed = listedCatalog(catalog ?? {}, namingRules(dialect).defaultSchema);
  const { tables, columns, diagnostics, rendered, understood } = readSql(
    sql,
    { dialect, definitions, parameters, parser },
    (name) => {
      const [table, ...others] = listed(name);
      return others.length === 0 ? table?.columns : undefined;
    },
  );
  const { linked, unlinked } = lookUp(tables, catalog === undefined ? null : listed);
  return {
    dialect,
    ...judge(sql, { understood, diagnostics }, linked, unlinked),
    tables: tables.map(analyzed),
    columns:
      columns?.map(({ output, sources }) => ({
        output,
        sources: sources.map(({ table: { db, schema, table }, column }) => ({ db, schema, table, column })),
      })) ?? null,
    diagnostics,
    rendered,
  };
}

const definitionsFrom = (given: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(given).map(([name, sql]) => [name.trim().replace(/^@/, '').toLowerCase(), sql]));

const analyzed = ({ name: { server, ...name }, conditional, confidence }: FoundTable): AnalyzedTable => ({
  ...((server ?? null) === null ? {} : { server: String(server) }),
  ...name,
  ...(conditional ? { conditional } : {}),
  confidence,
});

/** Without a catalog there is nothing to miss. */
function lookUp(tables: readonly FoundTable[], catalog: ListedCatalog | null) {
  const linked: LinkedTable[] = [];
  const unlinked: UnlinkedTable[] = [];
  for (const { name, conditional, confidence } of tables) {
    const own = written(name);
    const found = catalog?.(name) ?? [{ name: own, columns: [] }];
    const [table, ...others] = found;
    if (table !== undefined && others.length === 0) {
      const { name: fqn } = table;
      linked.push({ table: { id: fqn, fqn, columns: [] }, written: own, conditional, confidence });
    } else {
      const why = table === undefined ? 'not-in-catalog' : 'ambiguous';
      unlinked.push({ written: own, why, candidates: found.map((one) => one.name) });
    }
  }
  return { linked, unlinked };
}

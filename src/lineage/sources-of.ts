import { nameKey } from './chain/name-key.ts';
import { isTableUnseen } from './chain/remarks.ts';
import { columnCatalogOf, queryColumns } from './query-columns.ts';
import type { QueryReading } from './read-queries.ts';
import type { Resolution } from './resolve/resolve-table.ts';
import type {
  CatalogTable,
  Diagnostic,
  FoundTable,
  LinkedTable,
  QuerySources,
  TableName,
  UnlinkedTable,
} from './sources.ts';
import { judge, written } from './verdict.ts';

/** Puts together what is known of one query: the tables that were found, those that were not, and the verdict. */
export function sourcesOf(
  reading: QueryReading,
  resolutionOf: (table: FoundTable) => Resolution,
): QuerySources {
  const tokens = { reportToken: reading.report.token, queryToken: reading.query.token };
  const nothing = { linked: [], unlinked: [], columns: null, diagnostics: [] };
  if (reading.connection === null) {
    const { because, complete } = reading;
    return { ...tokens, ...nothing, verdict: 'no-connection', reason: because, complete };
  }
  const { open } = reading;
  const { tables, understood, diagnostics } = open.reading;
  const linked = new Map<string, LinkedTable>();
  const unlinked = new Map<string, UnlinkedTable>();
  const found = new Map<string, CatalogTable>();
  const failures: Diagnostic[] = [];
  for (const table of tables) {
    const resolution = resolutionOf(table);
    const name = written(table.name);
    if (resolution.state === 'found') {
      add(linked, table, resolution);
      found.set(nameKey(table.name), resolution.table);
    } else unlinked.set(name, notLinked(name, resolution));
    if (resolution.state === 'failed') {
      failures.push({
        code: 'lookup-failed',
        message: `${name} could not be looked up: ${resolution.reason}.`,
      });
    }
  }
  const result = { linked: [...linked.values()], unlinked: [...unlinked.values()] };
  const judged = judge(reading.query.sql, open.reading, result.linked, result.unlinked);
  const tableOf = (name: TableName) => found.get(nameKey(name));
  const columns = queryColumns(open.columnsWith(columnCatalogOf(tableOf)), tableOf);
  return {
    columns,
    diagnostics: [...diagnostics, ...failures],
    // SQL that could not be made out is a part that was not read, and so is a table whose name is not known.
    complete:
      reading.complete &&
      failures.length === 0 &&
      (understood || judged.verdict === 'no-tables') &&
      !diagnostics.some(isTableUnseen),
    ...tokens,
    ...judged,
    ...result,
  };
}

/** Two spellings may mean one table; it is certain as soon as one of them is. */
function add(
  linked: Map<string, LinkedTable>,
  found: FoundTable,
  { table }: Resolution & { readonly state: 'found' },
): void {
  const before = linked.get(table.id);
  linked.set(table.id, {
    table,
    written: before?.written ?? written(found.name),
    conditional: found.conditional && (before?.conditional ?? true),
    confidence: before?.confidence === 'high' ? 'high' : found.confidence,
  });
}

function notLinked(name: string, resolution: Resolution): UnlinkedTable {
  if (resolution.state === 'ambiguous') {
    return { written: name, why: 'ambiguous', candidates: resolution.candidates };
  }
  return {
    written: name,
    why: resolution.state === 'failed' ? 'lookup-failed' : 'not-in-catalog',
    candidates: [],
  };
}

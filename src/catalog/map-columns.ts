import type { QueryColumn, QuerySources } from '../lineage/sources.ts';
import type { WantedColumn, WantedDataModel, WantedEdge } from './entities.ts';
import { fqn } from './fqn.ts';

/** The server wants a length or a shape beside these (1.12.6), which a query's output does not tell. */
const WITHOUT_DETAILS: Readonly<Record<string, string>> = {
  CHAR: 'STRING',
  VARCHAR: 'STRING',
  BINARY: 'BYTES',
  VARBINARY: 'BYTES',
  ARRAY: 'UNKNOWN',
  STRUCT: 'UNKNOWN',
};
const LONGEST_NAME = 256;
/** No version takes `::` or an empty name; 2.0 takes no `>`, and `"` breaks the FQN (1.12.6). */
const NOT_A_NAME = /::|[>"]|\p{C}/u;

/** The columns that the catalog can hold, each name once: whatever its case, since the server compares without it. */
export function usableColumns(columns: readonly QueryColumn[]): readonly QueryColumn[] {
  const seen = new Set<string>();
  return columns.filter(({ name }) => {
    const key = name.toLowerCase();
    if (name.trim() === '' || name.length > LONGEST_NAME || NOT_A_NAME.test(name) || seen.has(key))
      return false;
    seen.add(key);
    return true;
  });
}

const wantedColumns = (columns: readonly QueryColumn[]): readonly WantedColumn[] =>
  usableColumns(columns).map(({ name, dataType }) => ({
    name,
    dataType: dataType === null ? 'UNKNOWN' : (WITHOUT_DETAILS[dataType] ?? dataType),
  }));

/** The columns of a data model, as far as its SQL tells them. */
export function columnsFound(
  traced: Pick<QuerySources, 'columns' | 'complete'> | undefined,
): Pick<WantedDataModel, 'columns' | 'columnsKnown'> {
  const columns = wantedColumns(traced?.columns ?? []);
  return { columns, ...(traced?.complete === true && columns.length > 0 ? { columnsKnown: true } : {}) };
}

/** How a data model's columns are made from those of one table. FQNs are the catalog's own: a wrong one is dropped in silence. */
export const columnLineage = (
  columns: readonly QueryColumn[],
  table: string,
  dataModel: string,
): WantedEdge['columns'] =>
  usableColumns(columns)
    .flatMap(({ name, sources }) => {
      const from = sources.filter((source) => source.table === table).map(({ column }) => column);
      return from.length === 0 ? [] : [{ from: [...new Set(from)], to: [dataModel, fqn(name)].join('.') }];
    })
    // A copy, since a list that was filled piece by piece has room for seventeen elements.
    .slice();

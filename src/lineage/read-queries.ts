import type { Connection, ReportSql, Workspace, WrittenQuery } from '../mode/workspace.ts';
import { definitionsByConnection } from './definitions-of.ts';
import { dialectOf, notAWarehouse, type Warehouse } from './dialect-of.ts';
import { collectParameters } from './liquid/forms.ts';
import type { SqlParser } from './parser/sql-parser.ts';
import { type OpenReading, openSql } from './read-sql.ts';
import type { SqlReading } from './sources.ts';

/** One query of a report, and what its SQL reads; or why there is no warehouse to ask. */
export type QueryReading = {
  readonly report: Pick<ReportSql, 'token'>;
  readonly query: WrittenQuery;
  /** False when a part of Mode that bears on it was not read. */
  readonly complete: boolean;
} & (
  | { readonly connection: null; readonly because: string }
  | { readonly connection: Connection; readonly warehouse: Warehouse; readonly open: OpenReading }
);

/** Reads the SQL of the queries of one report, one after the other. The parser is asked for by the first that holds SQL. */
export type ReportReader = (report: ReportSql) => AsyncIterable<QueryReading>;

/** What a query is read with. */
export type QueryContext = Pick<Workspace, 'connections' | 'definitions'>;

/** What the queries of a workspace have in common is worked out once. */
export function reportReader(workspace: QueryContext, loadParser: () => Promise<SqlParser>): ReportReader {
  const connections = new Map(workspace.connections.items.map((connection) => [connection.id, connection]));
  const definitionsOf = definitionsByConnection(workspace.definitions.items);
  const definitionsRead = workspace.definitions.state === 'complete';
  return async function* (report) {
    const texts = report.queries.items.map(({ sql }) => sql);
    const contextOf = once((id: string) => {
      const definitions = definitionsOf(id);
      return { definitions, parameters: collectParameters(texts, definitions) };
    });
    for (const query of report.queries.items) {
      const complete = report.queries.state === 'complete';
      const found = connectionOf(query, workspace, connections);
      if (found.connection === null) {
        yield { report, query, ...found, complete: complete && found.complete };
        continue;
      }
      const { connection } = found;
      const warehouse = dialectOf(connection, query.sql);
      const parser = query.sql.trim() === '' ? {} : { parser: await loadParser() };
      const open = openSql(query.sql, { dialect: warehouse.dialect, ...contextOf(connection.id), ...parser });
      const whole = complete && (definitionsRead || !lacksDefinition(open.reading));
      yield { report, query, connection, warehouse, open, complete: whole };
    }
  };
}

const lacksDefinition = ({ diagnostics }: SqlReading): boolean =>
  diagnostics.some(({ code }) => code === 'unknown-definition');

type Found =
  | { readonly connection: Connection }
  | { readonly connection: null; readonly because: string; readonly complete: boolean };

function connectionOf(
  { connectionId }: Pick<WrittenQuery, 'connectionId'>,
  { connections: listed }: QueryContext,
  connections: ReadonlyMap<string, Connection>,
): Found {
  const none = (because: string, complete = true): Found => ({ connection: null, because, complete });
  if (connectionId === null) return none('The query has no connection.');
  const connection = connections.get(connectionId);
  if (connection === undefined) {
    return listed.state === 'complete'
      ? none('Its connection is not, or no longer, among those of the workspace.')
      : none(`Its connection was not read: ${listed.failure.reason}`, false);
  }
  if (connection.deleted) return none(`Its connection ${JSON.stringify(connection.name)} was deleted.`);
  const instead = notAWarehouse(connection);
  if (instead === null) return { connection };
  return none(`Its connection ${JSON.stringify(connection.name)} leads to ${instead}, not to a warehouse.`);
}

/** Works a value out once for each key. */
function once<Value>(work: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, Value>();
  return (key) => {
    const value = values.get(key) ?? work(key);
    values.set(key, value);
    return value;
  };
}

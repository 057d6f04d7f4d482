import { setImmediate } from 'node:timers/promises';
import type { Connection, Query, Report, Workspace } from '../mode/workspace.ts';
import { definitionsByConnection } from './definitions-of.ts';
import { dialectOf, notAWarehouse, type Warehouse } from './dialect-of.ts';
import { collectParameters } from './liquid/forms.ts';
import { type ReadSqlOptions, readSql } from './read-sql.ts';
import type { SqlReading } from './sources.ts';

/** One query of a report, and what its SQL reads; or why there is no warehouse to ask. */
export type QueryReading = {
  readonly report: Report;
  readonly query: Query;
  /** False when a part of Mode that bears on it was not read. */
  readonly complete: boolean;
} & (
  | { readonly connection: null; readonly because: string }
  | { readonly connection: Connection; readonly warehouse: Warehouse; readonly reading: SqlReading }
);

/** Queries between two turns of the event loop, so that a signal or a progress line gets its turn. */
const AT_ONCE = 100;

/** Reads the SQL of every query of a workspace. */
export async function readQueries(
  workspace: Workspace,
  onRead: (done: number, total: number) => void,
): Promise<QueryReading[]> {
  const connections = new Map(workspace.connections.items.map((connection) => [connection.id, connection]));
  const definitionsOf = definitionsByConnection(workspace.definitions.items);
  const total = workspace.reports.reduce((sum, { queries }) => sum + queries.items.length, 0);
  const readings: QueryReading[] = [];
  for (const report of workspace.reports) {
    const texts = report.queries.items.map(({ sql }) => sql);
    const contextOf = once((id: string): SqlContext => {
      const definitions = definitionsOf(id);
      return { definitions, parameters: collectParameters(texts, definitions) };
    });
    for (const query of report.queries.items) {
      if (readings.length % AT_ONCE === 0) {
        onRead(readings.length, total);
        await setImmediate();
      }
      const found = connectionOf(query, workspace, connections);
      readings.push(readQuery(report, query, found, contextOf, workspace.definitions.state === 'complete'));
    }
  }
  onRead(total, total);
  return readings;
}

type SqlContext = Omit<ReadSqlOptions, 'dialect'>;

function readQuery(
  report: Report,
  query: Query,
  found: Found,
  contextOf: (connectionId: string) => SqlContext,
  definitionsRead: boolean,
): QueryReading {
  const complete = report.queries.state === 'complete';
  if (found.connection === null) return { report, query, ...found, complete: complete && found.complete };
  const { connection } = found;
  const warehouse = dialectOf(connection, query.sql);
  const reading = readSql(query.sql, { dialect: warehouse.dialect, ...contextOf(connection.id) });
  const whole = complete && (definitionsRead || !lacksDefinition(reading));
  return { report, query, connection, warehouse, reading, complete: whole };
}

const lacksDefinition = ({ diagnostics }: SqlReading): boolean =>
  diagnostics.some(({ code }) => code === 'unknown-definition');

type Found =
  | { readonly connection: Connection }
  | { readonly connection: null; readonly because: string; readonly complete: boolean };

function connectionOf(
  { connectionId }: Query,
  { connections: listed }: Workspace,
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

import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { Connections } from '../connections.ts';
import { EXIT, IngestError } from '../errors.ts';
import { loadParser } from '../lineage/parser/load-parser.ts';
import { type QueryReading, reportReader } from '../lineage/read-queries.ts';
import { createResolver, type Resolver } from '../lineage/resolve/resolver.ts';
import { type TracedQuery, traceQuery } from '../lineage/trace-query.ts';
import { written } from '../lineage/verdict.ts';
import { withItems } from '../mode/reading.ts';
import type { Reading, Report, Workspace } from '../mode/workspace.ts';
import { connect } from '../openmetadata/connect.ts';
import { createTableCatalog } from '../openmetadata/table-catalog.ts';
import { watchTables } from '../openmetadata/watch-tables.ts';
import { nextStepOf } from '../report/next-steps.ts';
import type { ExplainedQuery, Explanation } from './explanation.ts';

/**
 * Explains one report or dataset, given by token. Reads its queries, the connections and the definitions, nothing else of Mode.
 * @throws IngestError when a server cannot be asked, or when Mode does not show the report.
 */
export async function explainReport(
  token: string,
  config: WorkflowConfig,
  { mode, openMetadata }: Connections,
): Promise<Explanation> {
  await Promise.all([mode.verify(), connect(openMetadata)]);
  const [connections, definitions, queries] = await Promise.all([
    mode.connections(),
    mode.definitions(),
    mode.queries({ token, name: null }),
  ]);
  if (queries.reading.state === 'unread') {
    throw new IngestError(
      'report-unread',
      `The report ${token} was not read: ${queries.reading.failure.reason}`,
      {
        next: 'Check the token or address, and that the API key may see the report.',
        exitCode: EXIT.partial,
      },
    );
  }
  const report: Report = {
    ...UNTOLD,
    token,
    queries: withItems(
      queries.reading,
      queries.reading.items.map((query) => ({ ...query, charts: NOTHING })),
    ),
  };
  const workspace: Workspace = {
    name: config.mode.workspaceName,
    keyScope: null,
    collections: NOTHING,
    members: NOTHING,
    connections: connections.reading,
    definitions: definitions.reading,
    reports: [report],
    recalled: [],
    leftOut: [],
    notices: [],
  };
  const tables = watchTables(createTableCatalog(openMetadata));
  const resolve = await createResolver(tables, config.source.databasePrefixes);
  const explained: ExplainedQuery[] = [];
  for await (const reading of reportReader(workspace, loadParser)(report))
    explained.push(await explainQuery(reading, resolve));
  const readings: readonly Reading<unknown>[] = [connections.reading, definitions.reading, queries.reading];
  return {
    report: token,
    queries: explained,
    unread: [
      ...readings.flatMap((one) =>
        one.state === 'complete' ? [] : [`${one.failure.part}: ${one.failure.reason}`],
      ),
      ...tables.unread(),
    ],
  };
}

async function explainQuery(reading: QueryReading, resolve: Resolver): Promise<ExplainedQuery> {
  const { query, connection } = reading;
  const { sources, resolved } = await traceQuery(reading, resolve);
  const open = connection === null ? null : reading.open.reading;
  return {
    token: query.token,
    name: query.name,
    url: query.url,
    verdict: sources.verdict,
    reason: sources.reason,
    next: nextStepOf(sources),
    connection: connection === null ? null : { name: connection.name, adapter: connection.adapter },
    dialect: open?.dialect ?? null,
    rendered: open?.rendered ?? null,
    lines: open?.lines ?? null,
    tables: resolved.map(explainTable),
    columns: sources.columns,
    diagnostics: sources.diagnostics,
  };
}

const explainTable = ({
  table,
  resolution,
}: TracedQuery['resolved'][number]): ExplainedQuery['tables'][number] => ({
  written: written(table.name),
  conditional: table.conditional,
  confidence: table.confidence,
  state: resolution.state,
  fqn: resolution.state === 'found' ? resolution.table.fqn : null,
  candidates: resolution.state === 'ambiguous' ? resolution.candidates : [],
  failure: resolution.state === 'failed' ? resolution.reason : null,
});

const NOTHING = { state: 'complete', items: [] } as const;

/** What a report's listing tells and its explanation does not need. */
const UNTOLD = {
  name: null,
  description: '',
  kind: 'report',
  collectionToken: null,
  archived: false,
  url: '',
  creator: null,
  creatorEmail: null,
  createdAt: null,
  editedAt: null,
  lastSavedAt: null,
  lastRunAt: null,
  viewCount: null,
  queryCount: null,
  chartCount: null,
  hasImportedDatasets: null,
  importedBy: NOTHING,
} as const;

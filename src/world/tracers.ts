import type { WorkflowConfig } from '../config/workflow-config.ts';
import { createTracer, type TraceOptions } from '../lineage/create-tracer.ts';
import type { QueryContext } from '../lineage/read-queries.ts';
import type { QuerySources } from '../lineage/sources.ts';
import type { ReportSql } from '../mode/workspace.ts';
import type { OpenMetadataClient } from '../openmetadata/open-metadata-client.ts';
import { createTableCatalog } from '../openmetadata/table-catalog.ts';
import { watchTables } from '../openmetadata/watch-tables.ts';
import type { Admissions } from './admissions.ts';

/** The lineage of several configurations: those that look in the same places share one tracer, and all share the look-ups. */
export function createTracers(
  configs: readonly WorkflowConfig[],
  context: QueryContext,
  {
    openMetadata,
    admissions,
    ...options
  }: Pick<TraceOptions, 'signal' | 'onProgress'> & {
    readonly openMetadata: OpenMetadataClient;
    readonly admissions: Admissions;
  },
) {
  const catalog = createTableCatalog(openMetadata);
  const tracers = [...new Set(configs.map(placesOf))].map((places) => {
    const sharing = configs.filter((config) => placesOf(config) === places);
    const tables = watchTables(catalog);
    const prefixes = sharing[0]?.source.databasePrefixes ?? [];
    return { sharing, tables, tracer: createTracer(context, tables, { ...options, prefixes }) };
  });
  return {
    databaseServices: catalog.services,
    add(report: ReportSql): void {
      const isIn = (config: WorkflowConfig) =>
        (admissions.of(config).get(report.token)?.state ?? 'in') === 'in';
      for (const { sharing, tracer } of tracers) if (sharing.some(isIn)) tracer.add(report);
    },
    async lineageOf(
      config: WorkflowConfig,
    ): Promise<{ readonly sources: readonly QuerySources[]; readonly unread: readonly string[] }> {
      const own = tracers.find(({ sharing }) => sharing.includes(config));
      const sources = (await own?.tracer.sources()) ?? [];
      return { sources, unread: own?.tables.unread() ?? [] };
    },
  };
}

const placesOf = ({ source }: WorkflowConfig): string => JSON.stringify(source.databasePrefixes);

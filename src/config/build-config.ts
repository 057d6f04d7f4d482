import type { PlacedText } from './placed-texts.ts';
import { SERVICE_KEYS } from './schema/service-keys.ts';
import type { WorkflowFile } from './schema/workflow-file.ts';
import type { WorkflowConfig } from './workflow-config.ts';

/** The valid file as the rest of the house reads it. */
export function buildConfig(file: WorkflowFile, path: string, places: readonly PlacedText[]): WorkflowConfig {
  const { source, sink, workflowConfig } = file;
  const { config: mode } = source.serviceConnection;
  const { config: metadata } = source.sourceConfig;
  const { openMetadataServerConfig: server } = workflowConfig;
  const { caCertificate, sslCertificate, sslKey } = server.sslConfig;
  return {
    path,
    places,
    serviceName: source.serviceName,
    mode: {
      hostPort: mode.hostPort,
      accessToken: mode.accessToken,
      accessTokenPassword: mode.accessTokenPassword,
      discoveryToken: mode.discoveryToken === '' ? null : mode.discoveryToken,
      workspaceName: mode.workspaceName,
      filterQueryParam: mode.filterQueryParam,
      rateLimit: mode.rateLimit ?? null,
    },
    source: {
      databasePrefixes: databasePrefixes(metadata),
      dashboards: metadata.dashboardFilterPattern,
      charts: metadata.chartFilterPattern,
      dataModels: metadata.dataModelFilterPattern,
      projects: metadata.projectFilterPattern,
      modeRead: metadata.modeRead,
      chartDetails: metadata.chartDetails,
      includeDiscoveryOnlyCollections: metadata.includeDiscoveryOnlyCollections,
      includeOwners: metadata.includeOwners,
      includeTags: metadata.includeTags,
      includeDataModels: metadata.includeDataModels,
      includeUsage: metadata.includeUsage,
      markDeletedDashboards: metadata.markDeletedDashboards,
      markDeletedDataModels: metadata.markDeletedDataModels,
      includeDraftDashboard: metadata.includeDraftDashboard,
      overrideMetadata: metadata.overrideMetadata,
      overrideLineage: metadata.overrideLineage,
      incremental: metadata.incremental,
      fullEveryHours: metadata.fullEvery ?? null,
    },
    openMetadata: {
      hostPort: server.hostPort,
      authProvider: server.authProvider,
      jwtToken: server.securityConfig.jwtToken,
      tls: {
        verify: server.verifySSL !== 'ignore',
        // As in OpenMetadata's client: only `validate` trusts this authority alone.
        ...(caCertificate !== undefined && server.verifySSL === 'validate' ? { ca: caCertificate } : {}),
        ...(sslCertificate === undefined ? {} : { cert: sslCertificate }),
        ...(sslKey === undefined ? {} : { key: sslKey }),
      },
      extraHeaders: server.extraHeaders,
    },
    workflow: {
      loggerLevel: workflowConfig.loggerLevel,
      raiseOnError: workflowConfig.raiseOnError,
      successThreshold: workflowConfig.successThreshold,
      timeBudget: workflowConfig.config.timeBudget ?? null,
    },
    pipeline: {
      fqn: file.ingestionPipelineFQN ?? null,
      runId: file.pipelineRunId ?? null,
      register: workflowConfig.config.registerRun,
    },
    bulkSize: sink.config.bulk_sink_batch_size,
  };
}

/** A service's old name is a prefix of one part, so all the spellings make one list. */
function databasePrefixes(metadata: WorkflowFile['source']['sourceConfig']['config']): readonly string[] {
  const places = [metadata, metadata.lineageInformation];
  return [...new Set(places.flatMap((section) => SERVICE_KEYS.flatMap((key) => section[key])))];
}

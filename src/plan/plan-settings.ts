import type { WorkflowConfig } from '../config/workflow-config.ts';

type Source = WorkflowConfig['source'];

/** What the YAML calls each; null for what decides how Mode is read, and not what is made of it. */
const KEYS: Readonly<Record<keyof Source, string | null>> = {
  databasePrefixes: 'dbServicePrefixes',
  dashboards: 'dashboardFilterPattern',
  charts: 'chartFilterPattern',
  dataModels: 'dataModelFilterPattern',
  projects: 'projectFilterPattern',
  modeRead: 'modeRead',
  chartDetails: 'chartDetails',
  includeDiscoveryOnlyCollections: 'includeDiscoveryOnlyCollections',
  includeOwners: 'includeOwners',
  includeTags: 'includeTags',
  includeDataModels: 'includeDataModels',
  includeUsage: 'includeUsage',
  markDeletedDashboards: 'markDeletedDashboards',
  markDeletedDataModels: 'markDeletedDataModels',
  includeDraftDashboard: 'includeDraftDashboard',
  overrideMetadata: 'overrideMetadata',
  overrideLineage: 'overrideLineage',
  incremental: null,
  fullEveryHours: null,
};

/**
 * The settings that decide what a plan holds, by their keys in the YAML, defaults filled in: comments, order and old spellings make no
 * difference. Named one by one, so that no credential can be among them.
 */
export function planSettings({ serviceName, mode, openMetadata, source }: WorkflowConfig): PlanSettings {
  const ours = (Object.keys(KEYS) as (keyof Source)[]).flatMap((key) => {
    const name = KEYS[key];
    const value = source[key];
    const isFilter = typeof value === 'object' && value !== null && 'decide' in value;
    return name === null ? [] : [[name, JSON.stringify(isFilter ? value.text : value)] as const];
  });
  return Object.fromEntries([
    ['serviceName', serviceName],
    ['workspaceName', mode.workspaceName],
    ['filterQueryParam', mode.filterQueryParam],
    ['source hostPort', mode.hostPort],
    ['OpenMetadata hostPort', openMetadata.hostPort],
    ...ours,
  ]);
}

export type PlanSettings = Readonly<Record<string, string>>;

import type { WorkflowConfig } from '../config/workflow-config.ts';
import { EXIT } from '../errors.ts';
import type { Resource } from '../openmetadata/permissions.ts';
import { type Check, checksAbout } from './check.ts';

const { ok, warning, error } = checksAbout('OpenMetadata');

type Examined = Pick<WorkflowConfig, 'source' | 'pipeline'>;
type Needed = readonly (readonly [Resource, string])[];

/** What a run does, and the operation that lets it. `Delete` only where the configuration deletes. */
function forTheCatalog({ source }: Examined): Needed {
  const models = source.includeDataModels ? (['dashboardDataModel'] as const) : [];
  const entities = ['dashboard', 'chart', ...models] as const;
  return [
    ['dashboardService', 'Create'],
    ...entities.flatMap((entity) => [[entity, 'Create'] as const, [entity, 'EditAll'] as const]),
    ...(source.markDeletedDashboards ? ([['dashboard', 'Delete']] as const) : []),
    ...(source.markDeletedDataModels && source.includeDataModels
      ? ([['dashboardDataModel', 'Delete']] as const)
      : []),
    ['table', 'EditLineage'],
    ...(source.includeTags
      ? ([
          ['classification', 'Create'],
          ['tag', 'Create'],
        ] as const)
      : []),
  ];
}

const forUsage = ({ source }: Examined): Needed => (source.includeUsage ? [['dashboard', 'EditUsage']] : []);

function forItsRecord({ pipeline }: Examined): Needed {
  if (!pipeline.register && pipeline.fqn === null) return [];
  return [
    ...(pipeline.register ? ([['ingestionPipeline', 'Create']] as const) : []),
    ['ingestionPipeline', 'EditIngestionPipelineStatus'],
  ];
}

/** Whether the token may do what a run does. What a run goes on without is said for itself. */
export function permissionChecks(
  permissions: ReadonlyMap<Resource, ReadonlySet<string>>,
  config: Examined,
): readonly Check[] {
  const may = (resource: Resource, operation: string): boolean => {
    const allowed = permissions.get(resource) ?? new Set<string>();
    return (
      allowed.has(operation) || allowed.has('All') || (operation.startsWith('Edit') && allowed.has('EditAll'))
    );
  };
  const lacks = (needed: Needed): string =>
    needed
      .filter(([resource, operation]) => !may(resource, operation))
      .map(([resource, operation]) => `${operation} on ${resource}`)
      .join(', ');
  const [catalog, usage, record] = [forTheCatalog, forUsage, forItsRecord].map((needed) =>
    lacks(needed(config)),
  );
  const checks = [
    catalog &&
      error(
        `The token may not do: ${catalog}.`,
        'Give its owner the role of ingestion-bot (IngestionBotRole), or these operations.',
        EXIT.credentials,
      ),
    usage &&
      error(
        `The token may not record views: ${usage}.`,
        'Give its owner this operation, or write includeUsage: false.',
        EXIT.partial,
      ),
    record &&
      warning(
        `The token may not show runs in OpenMetadata: ${record}.`,
        'Give its owner these operations; all else goes on without.',
      ),
  ].filter((check) => check !== undefined && check !== '');
  return checks.length === 0 ? [ok('The token may do all that a run does.')] : checks;
}

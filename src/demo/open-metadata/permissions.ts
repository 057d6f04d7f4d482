import type { Answer } from '../stand-in-server.ts';
import type { Caller } from './catalog-server.ts';

const OPERATIONS = [
  'Create',
  'Delete',
  'ViewAll',
  'ViewBasic',
  'ViewUsage',
  'EditAll',
  'EditDescription',
  'EditDisplayName',
  'EditLineage',
  'EditOwners',
  'EditTags',
  'EditUsage',
];

/** GET /permissions/{resource}: a bot may do everything but rename what users see. */
export function permissionsAnswer(caller: Caller, resource: string): Answer {
  return {
    status: 200,
    json: { resource, permissions: operationsOn(resource).map((operation) => permission(caller, operation)) },
  };
}

const operationsOn = (resource: string): readonly string[] =>
  resource === 'ingestionPipeline' ? [...OPERATIONS, 'EditIngestionPipelineStatus'] : OPERATIONS;

function permission(caller: Caller, operation: string) {
  if (!caller.isBot) return { operation, access: 'allow' };
  if (operation === 'EditDisplayName')
    return {
      operation,
      access: 'deny',
      rule: {
        name: 'DisplayName-Deny',
        description: 'Deny changing the display name',
        effect: 'deny',
        operations: ['EditDisplayName'],
        resources: ['All'],
      },
      policy: 'DefaultBotPolicy',
      role: 'IngestionBotRole',
    };
  return {
    operation,
    access: 'allow',
    rule: {
      name: 'IngestionBotRule-Allow',
      description: 'Allow ingestion bots to create/update/delete data entities',
      effect: 'allow',
      operations: ['BulkCreate', 'BulkUpdate', 'Create', 'Delete', 'EditAll', 'ViewAll'],
      resources: ['All'],
    },
    policy: 'IngestionBotPolicy',
    role: 'IngestionBotRole',
  };
}

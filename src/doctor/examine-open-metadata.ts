import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { DatabaseService } from '../lineage/table-catalog.ts';
import { connect } from '../openmetadata/connect.ts';
import type { OpenMetadataClient } from '../openmetadata/open-metadata-client.ts';
import { readPermissions } from '../openmetadata/permissions.ts';
import { createTableCatalog } from '../openmetadata/table-catalog.ts';
import { type Check, checksAbout } from './check.ts';
import { permissionChecks } from './permission-checks.ts';

const { ok, warning } = checksAbout('OpenMetadata');
const SOON_MS = 14 * 86_400_000;

export interface OpenMetadataExamined {
  readonly checks: readonly Check[];
  readonly services: readonly DatabaseService[];
}

/**
 * OpenMetadata as a run will find it: version, token, permissions, database services.
 * @throws IngestError when it cannot be reached or refuses the token.
 */
export async function examineOpenMetadata(
  client: OpenMetadataClient,
  config: Pick<WorkflowConfig, 'source' | 'pipeline'>,
  now: number,
): Promise<OpenMetadataExamined> {
  const { version, user, capabilities } = await connect(client);
  const [permissions, services] = await Promise.all([
    readPermissions(client),
    createTableCatalog(client).services(),
  ]);
  const type = capabilities.dataModelTypes[0];
  return {
    services,
    checks: [
      ok(`OpenMetadata ${version} answers; data models will be of type ${type}.`),
      user.isBot
        ? ok(`The token is that of the bot ${user.name}.`)
        : warning(
            `The token is that of ${user.name}, who is no bot.`,
            'Use the token of ingestion-bot: what a person PUTs replaces descriptions, what a bot PUTs does not.',
          ),
      expiryCheck(client.tokenExpiresAt, now),
      ...permissionChecks(permissions, config),
      services.length > 0
        ? ok(
            `${services.length} database services: ${services.map(({ name, serviceType }) => `${name} (${serviceType})`).join(', ')}.`,
          )
        : warning(
            'The catalog has no database service, so no lineage can be drawn.',
            'Ingest the warehouse first.',
          ),
    ],
  };
}

function expiryCheck(expires: Date | null, now: number): Check {
  if (expires === null) return ok('The token has no date of expiry.');
  const left = expires.getTime() - now;
  const day = expires.toISOString().slice(0, 10);
  return left > SOON_MS
    ? ok(`The token is good until ${day}.`)
    : warning(`The token is good until ${day} only.`, 'Generate a new one for the bot in time.');
}

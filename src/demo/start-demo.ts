import type { ModeData } from './mode/mode-data.ts';
import type { RateLimit } from './mode/rate-window.ts';
import { startMode } from './mode/start-mode.ts';
import { seedUser, seedWarehouse } from './open-metadata/seed.ts';
import { startOpenMetadata } from './open-metadata/start-open-metadata.ts';
import { samplePeople, sampleWarehouse, sampleWorkspace } from './sample/sample-workspace.ts';

/** The sample company on loopback: its Mode, and an OpenMetadata that knows its warehouse and its people. */
export async function startDemo(
  options: {
    readonly openMetadataVersion?: string;
    readonly workspace?: ModeData;
    readonly rateLimit?: RateLimit;
  } = {},
) {
  const { openMetadataVersion: version, workspace = sampleWorkspace(), rateLimit } = options;
  const [mode, openMetadata] = await Promise.all([
    startMode(workspace, rateLimit === undefined ? {} : { rateLimit }),
    startOpenMetadata(version === undefined ? {} : { version }),
  ]);
  for (const database of sampleWarehouse()) seedWarehouse(openMetadata, database);
  for (const person of samplePeople()) seedUser(openMetadata, person);
  return {
    mode,
    openMetadata,
    /** The workflow YAML for the pair, as a value. */
    config: {
      source: {
        type: 'mode',
        serviceName: 'mode_demo',
        serviceConnection: {
          config: {
            type: 'Mode',
            hostPort: mode.url,
            accessToken: '${MODE_ACCESS_TOKEN}',
            accessTokenPassword: '${MODE_ACCESS_TOKEN_PASSWORD}',
            workspaceName: mode.workspace.name,
          },
        },
        sourceConfig: { config: { type: 'DashboardMetadata', includeOwners: true, includeTags: true } },
      },
      sink: { type: 'metadata-rest', config: {} },
      workflowConfig: {
        openMetadataServerConfig: {
          hostPort: openMetadata.url,
          authProvider: 'openmetadata',
          securityConfig: { jwtToken: '${OPENMETADATA_JWT_TOKEN}' },
        },
      },
    },
    env: {
      MODE_ACCESS_TOKEN: mode.token,
      MODE_ACCESS_TOKEN_PASSWORD: mode.secret,
      OPENMETADATA_JWT_TOKEN: openMetadata.botToken,
    },
    async close() {
      await Promise.all([mode.close(), openMetadata.close()]);
    },
  };
}

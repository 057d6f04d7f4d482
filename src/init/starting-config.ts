import { SCHEMA_URL } from './release.ts';

/** Where a repository keeps its workflow YAML, as the workflow of GitHub has it. */
export const CONFIG_PATH = 'config/mode.yml';

/** A workflow YAML to begin with: whole, commented, and with nothing in it that is secret. */
export const STARTING_CONFIG = `# yaml-language-server: $schema=${SCHEMA_URL}
#
# What mode-ingest reads from Mode and keeps in OpenMetadata. It is the workflow YAML of OpenMetadata's own Mode connector.
# Fill in the three lines marked with <--. Write no secret here: \${NAME} is the environment variable NAME.
source:
  type: mode
  # <-- The dashboard service in OpenMetadata. It is made if it is not there.
  serviceName: mode
  serviceConnection:
    config:
      type: Mode
      hostPort: https://app.mode.com
      # The key of a Mode account that sees what the catalog shall show.
      accessToken: \${MODE_ACCESS_TOKEN}
      accessTokenPassword: \${MODE_ACCESS_TOKEN_PASSWORD}
      # A signature token of Mode's Discovery API (Enterprise plan): a whole workspace in tens of calls.
      # discoveryToken: \${MODE_DISCOVERY_TOKEN}
      # <-- The part after the host in the address of your workspace: app.mode.com/your-workspace
      workspaceName: your-workspace
      # custom leaves personal collections out, all takes them in.
      filterQueryParam: all
  sourceConfig:
    config:
      type: DashboardMetadata
      # The creator of a report becomes the owner of its dashboard, found by e-mail address.
      includeOwners: true
      # Collections, and whether a report is archived, personal or restricted.
      includeTags: true
      # Views of reports are recorded as usage of their dashboards.
      includeUsage: true
      # Assets that are gone from Mode are soft-deleted, never many at once.
      markDeletedDashboards: true
      markDeletedDataModels: true
      # true reads only reports that changed since the last run; fullEvery reads each one anew from time to time.
      incremental: false
      # fullEvery: 24h
      # Regular expressions, matched from the start of the name of a collection, report, chart or query. What they leave out is kept.
      # projectFilterPattern:
      #   excludes:
      #     - Sandbox
      # dashboardFilterPattern:
      #   includes:
      #     - Finance.*
      # Where lineage looks for tables: Service, Service.Database or Service.Database.Schema. Without it, wherever the kind fits.
      # lineageInformation:
      #   dbServicePrefixes:
      #     - warehouse
sink:
  type: metadata-rest
  config: {}
workflowConfig:
  loggerLevel: INFO
  openMetadataServerConfig:
    # <-- The address of OpenMetadata, up to and with /api
    hostPort: https://openmetadata.example.com/api
    authProvider: openmetadata
    securityConfig:
      # The token of a bot: in OpenMetadata under Settings, Bots.
      jwtToken: \${OPENMETADATA_JWT_TOKEN}
`;

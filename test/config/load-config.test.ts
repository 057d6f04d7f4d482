import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadConfigValue } from '../../src/config/load-config.ts';
import { config, JWT, load, problems, SECRETS, told, WORKFLOW, withLines } from './workflow-text.ts';

/** The sample of OpenMetadata's page "Run Mode using the Airflow SDK", its blocks one after the other, as printed. */
const DOCUMENTED = `source:
  type: mode
  serviceName: local_mode
  serviceConnection:
    config:
      type: Mode
      hostPort: https://app.mode.com
      access_token: access_token
      access_token_password: access_token_password
      workspace_name: workspace_name
  sourceConfig:
    config:
      type: DashboardMetadata
      # dbServiceNames:
      #   - service1
      #   - service2
      # dashboardFilterPattern:
      #   includes:
      #     - dashboard1
      #     - dashboard2
      #   excludes:
      #     - dashboard3
      #     - dashboard4
      # chartFilterPattern:
      #   includes:
      #     - chart1
      #     - chart2
      #   excludes:
      #     - chart3
      #     - chart4
sink:
  type: metadata-rest
  config: {}

workflowConfig:
  openMetadataServerConfig:
    hostPort: "http://localhost:8585/api"
    authProvider: openmetadata
    securityConfig:
      jwtToken: "{bot_jwt_token}"
`;

test('the documented sample runs once its workspace is filled in', async () => {
  const text = DOCUMENTED.replace(': workspace_name', ': acme');
  const loaded = await load(text);
  assert.deepEqual(told(loaded), []);
  assert.deepEqual(loaded.config?.mode, {
    hostPort: 'https://app.mode.com',
    accessToken: 'given-token',
    accessTokenPassword: 'given-password',
    discoveryToken: null,
    workspaceName: 'acme',
    filterQueryParam: 'all',
    rateLimit: null,
  });
  assert.equal(loaded.config.openMetadata.jwtToken, JWT);
  assert.equal(loaded.config.serviceName, 'local_mode');
});

test('the documented sample as printed is refused at its four placeholders', async () => {
  const loaded = await load(DOCUMENTED, { secrets: {} });
  assert.equal(loaded.config, null);
  assert.deepEqual(told(loaded), [
    'error missing-credential 8:21',
    'error missing-credential 9:30',
    'error sample-workspace 10:23',
    'error missing-credential 40:17',
  ]);
  assert.match(problems(loaded)[0]?.next ?? '', /MODE_ACCESS_TOKEN,.*mode-access-token\./);
});

test('the documented sample as printed can be validated', async () => {
  const loaded = await load(DOCUMENTED, { secrets: {}, requireSecrets: false });
  assert.deepEqual(
    problems(loaded).map(({ severity }) => severity),
    ['notice', 'notice', 'warning', 'notice'],
  );
  assert.equal(loaded.config?.mode.accessToken, '');
  assert.equal(loaded.config.openMetadata.jwtToken, '');
});

test('the example of this repository is whole with its three variables', async () => {
  const env = { MODE_ACCESS_TOKEN: 'a', MODE_ACCESS_TOKEN_PASSWORD: 'b', OPENMETADATA_JWT_TOKEN: JWT };
  const loaded = await load(readFileSync('examples/config/mode.yml', 'utf8'), { env, secrets: {} });
  assert.deepEqual(loaded.findings, []);
  assert.deepEqual(loaded.config?.source.databasePrefixes, ['warehouse']);
});

test('what is left out has the defaults of OpenMetadata', async () => {
  const { mode, source, openMetadata, workflow, bulkSize } = await config(WORKFLOW);
  assert.equal(mode.hostPort, 'https://app.mode.com');
  const { dashboards, charts, dataModels, projects, ...switches } = source;
  for (const filter of [dashboards, charts, dataModels, projects]) assert.equal(filter.isEmpty, true);
  assert.deepEqual(switches, {
    databasePrefixes: [],
    modeRead: 'auto',
    chartDetails: 'auto',
    includeDiscoveryOnlyCollections: false,
    includeOwners: false,
    includeTags: true,
    includeDataModels: true,
    markDeletedDashboards: true,
    markDeletedDataModels: true,
    includeDraftDashboard: true,
    includeUsage: true,
    overrideMetadata: false,
    overrideLineage: false,
    incremental: false,
    fullEveryHours: null,
  });
  assert.deepEqual(openMetadata.tls, { verify: true });
  assert.deepEqual(openMetadata.extraHeaders, {});
  assert.deepEqual(workflow, {
    loggerLevel: 'INFO',
    raiseOnError: true,
    successThreshold: 90,
    timeBudget: null,
  });
  assert.equal(bulkSize, 100);
});

test('every release’s name for the database services makes one list', async () => {
  const text = withLines(
    'DashboardMetadata',
    '      dbServiceName: one',
    '      dbServiceNames: [two, one]',
    '      lineageInformation:',
    '        dbServiceNames:',
    '          - three',
    '        dbServicePrefixes:',
    '          - four.db."a.b".t',
    '          - two',
  );
  const { databasePrefixes } = (await config(text)).source;
  assert.deepEqual([...databasePrefixes].sort(), ['four.db."a.b".t', 'one', 'three', 'two']);
});

test('snake case is read in every section', async () => {
  const text = `source:
  type: MODE
  service_name: m
  service_connection:
    config:
      type: mode
      host_port: https://app.mode.com/
      workspace_name: acme
      filter_query_param: custom
      rate_limit: "20"
  source_config:
    config:
      type: DashboardMetadata
      db_service_names: [w]
      mark_deleted_dashboards: no
      dashboard_filter_pattern:
        includes: [a]
      lineage_information:
        db_service_prefixes: [w.x]
sink:
  type: metadata-rest
  config:
    bulk_sink_batch_size: 7
workflow_config:
  logger_level: warning
  success_threshold: 50
  raise_on_error: "off"
  open_metadata_server_config:
    host_port: http://localhost:8585/api
    auth_provider: google
    verify_ssl: no-ssl
    extra_headers:
      X-Team: data_team
    security_config:
      jwt_token: "{bot_jwt_token}"
`;
  const loaded = await load(text);
  assert.deepEqual(told(loaded), []);
  const whole = loaded.config;
  assert.ok(whole !== null);
  assert.equal(whole.mode.filterQueryParam, 'custom');
  assert.equal(whole.mode.rateLimit, 20);
  assert.deepEqual(whole.source.databasePrefixes.toSorted(), ['w', 'w.x']);
  assert.equal(whole.source.markDeletedDashboards, false);
  assert.equal(whole.source.dashboards.isEmpty, false);
  assert.deepEqual(whole.workflow, {
    loggerLevel: 'WARN',
    raiseOnError: false,
    successThreshold: 50,
    timeBudget: null,
  });
  assert.equal(whole.bulkSize, 7);
  assert.equal(whole.openMetadata.authProvider, 'google');
  assert.deepEqual(whole.openMetadata.extraHeaders, { 'X-Team': 'data_team' });
});

test('an issue that holds for the whole file is told once, with all others beside it', async () => {
  const text = WORKFLOW.replace('serviceName: mode', 'serviceName: a::b')
    .replace('metadata-rest', 'metadata-file')
    .replace('https://openmetadata', 'ftp://openmetadata')
    .replace('workspaceName: acme', 'workspaceName: Acme Incorporated');
  const loaded = await load(text);
  assert.deepEqual(told(loaded), [
    'error invalid-value 3:16',
    'error workspace-name 7:22',
    'error invalid-value 12:9',
    'error host-invalid 16:15',
  ]);
});

test('a value of the program names paths in place of lines', async () => {
  const value = {
    source: {
      type: 'mode',
      serviceName: 'm',
      serviceConnection: { config: { type: 'Mode', workspaceName: 'acme', accessToken: '${TOKEN}' } },
      sourceConfig: { config: { type: 'DashboardMetadata', includeOwners: true, includeTags: 3 } },
    },
    workflowConfig: { openMetadataServerConfig: { hostPort: 'http://localhost:8585/api' }, nope: 1 },
  };
  const options = {
    path: '<config>',
    env: { TOKEN: 'from-env' },
    secrets: SECRETS,
    readFile: () => Promise.reject(new Error('no file')),
  };
  const { config: none, findings } = await loadConfigValue(value, options);
  assert.equal(none, null);
  assert.deepEqual(
    findings.map(({ message, line, file }) => [message, line, file]),
    [
      ['`workflowConfig.nope` is not a known key.', undefined, '<config>'],
      ['`source.sourceConfig.config.includeTags` must be true or false.', undefined, '<config>'],
    ],
  );
  value.source.sourceConfig.config.includeTags = 1;
  const circle: Record<string, unknown> = {};
  circle.source = circle;
  assert.equal((await loadConfigValue(circle, options)).findings[0]?.code, 'config-too-large');
  assert.equal((await loadConfigValue([], options)).findings[0]?.code, 'config-not-a-map');
  const { nope: _nope, ...workflowConfig } = value.workflowConfig;
  const { includeTags: _tags, ...metadata } = value.source.sourceConfig.config;
  const source = { ...value.source, sourceConfig: { config: metadata } };
  const good = await loadConfigValue({ source, workflowConfig }, options);
  assert.deepEqual(good.findings, []);
  assert.equal(good.config?.mode.accessToken, 'from-env');
  assert.equal(good.config.source.includeOwners, true);
});

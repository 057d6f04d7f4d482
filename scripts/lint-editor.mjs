// Asks the YAML language server, as editors do, what it makes of docs/workflow.schema.json: nothing to mark in the YAML that we
// hand out, the right marks in a bad one, every key offered under today's name only.
// Usage: node scripts/lint-editor.mjs PREFIX, where PREFIX has yaml-language-server installed; after `npm run compile`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { getLanguageService } = await load('yaml-language-server');
const { TextDocument } = await load('vscode-languageserver-textdocument');
const { STARTING_CONFIG } = await import(pathToFileURL(resolve('build/src/init/starting-config.js')).href);

const service = getLanguageService({
  schemaRequestService: async () => readFileSync('docs/workflow.schema.json', 'utf8'),
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  telemetry: { send() {}, sendError: console.error, sendTrack() {} },
});
service.configure({
  validate: true,
  hover: true,
  completion: true,
  schemas: [{ uri: 'file:///workflow.schema.json', fileMatch: ['*.yml'] }],
});
// Without its first line, which leads to the schema of a release.
let count = 0;
const open = (text) => {
  count += 1;
  return TextDocument.create(
    `file:///${count}/mode.yml`,
    'yaml',
    1,
    text.replace(/^# yaml-language-server.*/, '#'),
  );
};
const marks = async (text) =>
  (await service.doValidation(open(text), false)).map(
    ({ message, range }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
  );

const EXAMPLE = readFileSync('examples/config/mode.yml', 'utf8');
assert.deepEqual(await marks(EXAMPLE), []);
assert.deepEqual(await marks(STARTING_CONFIG), []);

const BAD = `source:
  type: mode
  service_name: mode
  serviceConnection:
    config:
      type: Mode
      rateLimit: \${LIMIT}
  sourceConfig:
    config:
      type: DashboardMetadata
      includeOwner: true
      includeTags: maybe
      dbServiceNames: [warehouse]
workflowConfig:
  loggerLevel: LOUD
  openMetadataServerConfig:
    hostPort: https://openmetadata.example.com/api
`;
assert.deepEqual((await marks(BAD)).sort(), [
  '11:7 Property includeOwner is not allowed.',
  '12:20 This must be true or false.',
  '13:7 Write `lineageInformation.dbServicePrefixes`.',
  '15:16 Value is not accepted. Valid values: "DEBUG", "INFO", "WARN", "ERROR".',
  '3:3 Write `serviceName`.',
  '5:5 Missing property "workspaceName".',
]);

const offered = async (text) => {
  const document = open(text.replace('|', ''));
  const list = await service.doComplete(document, document.positionAt(text.indexOf('|')), false);
  return list.items;
};
const keys = await offered(`source:
  sourceConfig:
    config:
      type: DashboardMetadata
      |
`);
const labels = keys.map(({ label }) => label);
for (const key of ['includeUsage', 'lineageInformation', 'fullEvery'])
  assert.ok(labels.includes(key), `${key} is not offered`);
for (const key of ['dbServiceNames', 'include_usage', 'queryParserConfig'])
  assert.ok(!labels.includes(key), `${key} is offered`);
assert.match(JSON.stringify(keys.find(({ label }) => label === 'includeUsage')), /views of reports/);
const levels = await offered('workflowConfig:\n  loggerLevel: |');
assert.ok(levels.some(({ label }) => label === 'WARN'));
console.log('Editors offer, describe and mark what they should.');

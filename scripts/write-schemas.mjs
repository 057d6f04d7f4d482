// Writes docs/*.schema.json from the compiled schemas: `npm run compile && node scripts/write-schemas.mjs`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const build = (file) => pathToFileURL(resolve(process.argv[2] ?? 'build', 'src', file)).href;
const { reportJsonSchema } = await import(build('report/report-json-schema.js'));
const { workflowJsonSchema } = await import(build('config/json-schema/workflow-json-schema.js'));
const SCHEMAS = {
  'docs/report.schema.json': reportJsonSchema(),
  'docs/workflow.schema.json': workflowJsonSchema(),
};
mkdirSync('docs', { recursive: true });
for (const [file, schema] of Object.entries(SCHEMAS))
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
const files = Object.keys(SCHEMAS);
const { status } = spawnSync('npx', ['biome', 'format', '--write', ...files], { stdio: 'inherit' });
process.exit(status ?? 1);

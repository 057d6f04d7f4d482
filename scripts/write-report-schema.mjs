// Writes docs/report.schema.json from the compiled schema: `npm run compile && node scripts/write-report-schema.mjs`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const FILE = 'docs/report.schema.json';
const module = pathToFileURL(resolve(process.argv[2] ?? 'build', 'src/report/report-json-schema.js'));
const { reportJsonSchema } = await import(module.href);
mkdirSync('docs', { recursive: true });
writeFileSync(FILE, `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
const { status } = spawnSync('npx', ['biome', 'format', '--write', FILE], { stdio: 'inherit' });
process.exit(status ?? 1);

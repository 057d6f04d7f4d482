// Writes docs/report.schema.json from the compiled schema: `npm run compile && node scripts/write-report-schema.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const build = process.argv[2] ?? 'build';
const { reportJsonSchema } = await import(
  pathToFileURL(resolve(build, 'src/report/report-json-schema.js')).href
);
mkdirSync('docs', { recursive: true });
writeFileSync('docs/report.schema.json', reportJsonSchema());

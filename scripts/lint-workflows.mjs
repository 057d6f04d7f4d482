// Holds action.yml, the workflows and the examples against GitHub's own language service, our action's inputs included.
// Usage: node scripts/lint-workflows.mjs PREFIX, where PREFIX has @actions/languageservice and esbuild installed. The service
// imports JSON without an attribute, which Node refuses, so it is bundled first.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const prefix = resolve(process.argv[2] ?? '.');
const entry = join(prefix, 'languageservice.entry.mjs');
const bundle = join(prefix, 'languageservice.bundle.mjs');
writeFileSync(
  entry,
  "export { validate } from '@actions/languageservice';\nexport { TextDocument } from 'vscode-languageserver-textdocument';\n",
);
const esbuild = createRequire(join(prefix, 'package.json'))('esbuild');
await esbuild.build({
  entryPoints: [entry],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
const { validate, TextDocument } = await import(pathToFileURL(bundle).href);

/** The inputs of every action in use: ours from action.yml, the others' as far as we set them. */
const inputs = (...names) => ({ inputs: Object.fromEntries(names.map((name) => [name, {}])) });
const ACTIONS = {
  'mode-openmetadata-ingest': parse(readFileSync('action.yml', 'utf8')),
  checkout: inputs('persist-credentials'),
  'setup-node': inputs('node-version'),
  'upload-artifact': inputs('name', 'path', 'retention-days'),
  'download-artifact': inputs('name'),
};
const actionsMetadataProvider = { fetchActionMetadata: async ({ name }) => ACTIONS[name] };
const yamlIn = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => `${folder}/${file}`);

let count = 0;
const check = async (file, text, expected) => {
  const document = TextDocument.create(`file:///${file}`, 'yaml', 1, text);
  const found = await validate(document, { actionsMetadataProvider });
  if (expected !== undefined) {
    if (!found.some(({ message }) => expected.test(message)))
      throw new Error(`The linter is blind: ${expected} not found in ${file}`);
    return;
  }
  for (const { message, range } of found) {
    count += 1;
    console.error(`${file}:${range.start.line + 1}:${range.start.character + 1} ${message}`);
  }
};
// Workflows live in .github/workflows for the service, wherever an example stands.
for (const file of ['action.yml', ...yamlIn('.github/workflows')])
  await check(file, readFileSync(file, 'utf8'));
for (const file of yamlIn('examples')) {
  const text = readFileSync(file, 'utf8');
  const asWorkflow = `.github/workflows/${file.replace('/', '-')}`;
  await check(asWorkflow, text);
  // Under another name: the service remembers what it parsed.
  await check(`${asWorkflow}.broken.yml`, text.replace('allowed-hosts:', 'alowed-hosts:'), /alowed-hosts/);
}
if (count > 0) process.exit(1);
console.log('action.yml, the workflows and the examples are sound.');

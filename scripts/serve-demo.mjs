// Serves the demo's two stand-ins until it is stopped, and writes the workflow YAML that points at them to the file given. Into a
// second file, if one is given, go the credentials, as NAME=value. A third word is a pattern: the first request to Mode whose path
// matches it is refused.
import { renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { stringify } from 'yaml';
import { startDemo } from '../build/src/demo/start-demo.js';

const [path, credentials, refused] = process.argv.slice(2);
if (path === undefined) {
  console.error('Usage: node scripts/serve-demo.mjs FILE [CREDENTIALS [REFUSED]]');
  process.exit(2);
}
const demo = await startDemo();
if (refused !== undefined)
  demo.mode.addFault({
    path: new RegExp(refused),
    does: { status: 403, json: { id: 'forbidden' } },
    times: 1,
  });
if (credentials !== undefined)
  writeFileSync(
    credentials,
    Object.entries(demo.env)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
writeFileSync(`${path}.new`, stringify(demo.config));
renameSync(`${path}.new`, path);
console.log(`Serving ${demo.mode.url} and ${demo.openMetadata.url}; the workflow YAML is ${path}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void demo.close());

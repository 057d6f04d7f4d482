// `npm run bench`: every bench, in some five minutes. `npm run bench -- start paced`: those that are named. `--size M` keeps to one
// size of workspace; `--script FILE` measures another build of the script than dist/mode-ingest.mjs.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { benchOptions } from './bench-options.mjs';

const BENCHES = ['start', 'workloads', 'paced', 'lineage'];
const { names } = benchOptions();
const unknown = names.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(' ')}. There is: ${BENCHES.join(', ')}.`);
  process.exit(1);
}
const options = process.argv.slice(2).filter((word) => !names.includes(word));
let failed = 0;
for (const name of names.length > 0 ? names : BENCHES) {
  const script = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [script, ...options], { stdio: 'inherit' });
  if (status !== 0) failed = status ?? 1;
}
process.exit(failed);

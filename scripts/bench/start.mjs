// How soon the script is there, and how large it is.
import { existsSync, statSync } from 'node:fs';
import { benchOptions } from './bench-options.mjs';
import { measure, measureWorkflow } from './measure.mjs';
import { SIZES } from './sizes.mjs';
import { startStandIns } from './start-stand-ins.mjs';
import { median, printBounds, printTable } from './table.mjs';

const ROUNDS = 9;
const { script, actionBundle } = benchOptions();
const megabytes = (file) => (existsSync(file) ? statSync(file).size / 1_000_000 : Number.NaN);

/** One after the other: side by side they would slow each other down. */
async function rounds(work) {
  const all = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await work());
  return all;
}

const help = await rounds(() => measure(script, ['--help']));
const standIns = await startStandIns({ size: SIZES.S });
const firstRequests = await rounds(async () => {
  await standIns.ask('forget');
  const { startedAt } = await measureWorkflow(script, standIns.config, {
    env: standIns.env,
    command: 'plan',
  });
  const { firstAt } = await standIns.ask('counts');
  return firstAt - startedAt;
});
await standIns.close();

const helpMs = help.map(({ wallMs }) => wallMs);
printTable(
  ['milliseconds', 'median', 'fastest', 'slowest'],
  [
    ['--help', median(helpMs), Math.min(...helpMs), Math.max(...helpMs)],
    ['start to first request', median(firstRequests), Math.min(...firstRequests), Math.max(...firstRequests)],
  ].map(([what, ...numbers]) => [what, ...numbers.map(Math.round)]),
);
console.log('');
printBounds([
  { what: '--help, ms', allowed: 150, measured: Math.round(median(helpMs)) },
  { what: 'start to first request, ms', allowed: 300, measured: Math.round(median(firstRequests)) },
  { what: 'bundle of the action, MB', allowed: 6, measured: megabytes(actionBundle) },
  { what: 'bundle of the script, MB', allowed: 5, measured: megabytes(script) },
]);

// How soon the script is there, and how large it is.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import process from 'node:process';
import { benchOptions } from './bench-options.mjs';
import { measureWorkflow } from './measure.mjs';
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

// Nothing is loaded before it here: a few milliseconds count.
const timed = (...args) =>
  rounds(async () => {
    const began = performance.now();
    spawnSync(process.execPath, args);
    return performance.now() - began;
  });
const alone = await timed('--eval', '');
const help = await timed(script, '--help');
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

printTable(
  ['milliseconds', 'median', 'fastest', 'slowest', '× Node alone'],
  [
    ['Node alone', alone],
    ['--help', help],
    ['start to first request', firstRequests],
  ].map(([what, times]) => [
    what,
    ...[median(times), Math.min(...times), Math.max(...times)].map(Math.round),
    median(times) / median(alone),
  ]),
);
console.log('');
const bounds = [
  { what: '--help, ms', allowed: 150, measured: Math.round(median(help)) },
  { what: 'start to first request, ms', allowed: 300, measured: Math.round(median(firstRequests)) },
  { what: 'bundle of the action, MB', allowed: 6, measured: megabytes(actionBundle) },
  { what: 'bundle of the script, MB', allowed: 5, measured: megabytes(script) },
];
printBounds(bounds);
process.exitCode = bounds.every(({ allowed, measured }) => measured <= allowed) ? 0 : 1;

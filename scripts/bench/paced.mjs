// What the servers' pace makes of a run: Mode's limit of 40 requests in 10 s, and 50 ms from here to there and back. Both runs mostly
// wait, so they run side by side.
import process from 'node:process';
import { benchOptions } from './bench-options.mjs';
import { runAgainst } from './run-row.mjs';
import { SIZES } from './sizes.mjs';
import { startStandIns } from './start-stand-ins.mjs';
import { printBounds, printTable } from './table.mjs';

const RATE_LIMIT = { requests: 40, windowMs: 10_000 };
const LATENCY_MS = 50;
const { script } = benchOptions();

const seconds = (ms) => ms / 1_000;
const withLimit = (config) => {
  const limited = structuredClone(config);
  limited.source.serviceConnection.config.rateLimit = RATE_LIMIT.requests;
  return limited;
};

async function underTheLimit() {
  const standIns = await startStandIns({ size: SIZES.S, rateLimit: RATE_LIMIT });
  const run = await runAgainst(standIns, script, { config: withLimit(standIns.config) });
  await standIns.close();
  return run;
}

async function overDistance() {
  const standIns = await startStandIns({ size: SIZES.M, latencyMs: LATENCY_MS });
  const run = await runAgainst(standIns, script);
  await standIns.close();
  return run;
}

const [limited, distant] = await Promise.all([underTheLimit(), overDistance()]);
const least = limited.counts.mode / (RATE_LIMIT.requests / seconds(RATE_LIMIT.windowMs));
const calls = distant.counts.mode + distant.counts.reads + distant.counts.writes;
const inSequence = seconds(calls * LATENCY_MS);
printTable(
  ['run', 'Mode', 'OpenMetadata', '429s', 'wall s', 'compared with', 's', 'ratio'],
  [
    ['S, 40 requests in 10 s', limited, 'calls ÷ 4 a second', least],
    ['M, 50 ms a request', distant, 'the same calls in sequence', inSequence],
  ].map(([name, { counts, wallMs }, what, compared]) => [
    name,
    counts.mode,
    counts.reads + counts.writes,
    counts.tooMany,
    seconds(wallMs),
    what,
    compared,
    `${(seconds(wallMs) / compared).toFixed(3)}`,
  ]),
);
console.log('');
const bounds = [
  { what: 'S at 40 in 10 s: time ÷ (calls ÷ 4/s)', allowed: 1.05, measured: seconds(limited.wallMs) / least },
  { what: 'S at 40 in 10 s: 429s', allowed: 1, measured: limited.counts.tooMany },
  {
    what: 'M at 50 ms: time ÷ the calls in sequence',
    allowed: 1 / 8,
    measured: seconds(distant.wallMs) / inSequence,
  },
];
printBounds(bounds);
process.exitCode = bounds.every(({ allowed, measured }) => measured <= allowed) ? 0 : 1;

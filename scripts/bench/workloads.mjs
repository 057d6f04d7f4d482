// What whole runs cost on workspaces of four sizes: the counts exact, the times as medians. Then how the cost grows.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { generateWorkspace } from '../../build/src/demo/sample/generate-workspace.js';
import { benchOptions } from './bench-options.mjs';
import { ROWS } from './rows.mjs';
import { runAgainst, sameCounts } from './run-row.mjs';
import { SIZES } from './sizes.mjs';
import { startStandIns } from './start-stand-ins.mjs';
import { median, printBounds, printTable } from './table.mjs';

const { script, sizes } = benchOptions();
const help = spawnSync(process.execPath, [script, 'ingest', '--help'], { encoding: 'utf8' }).stdout;
const measured = [];
const bounds = [];

for (const [size, shape] of Object.entries(SIZES)) {
  if (sizes !== null && !sizes.includes(size)) continue;
  let standIns = null;
  for (const row of ROWS.filter((row) => size in row.sizes)) {
    const missing = (row.flags ?? []).find((flag) => !help.includes(flag));
    if (missing !== undefined) {
      console.error(`${size}, ${row.name}: skipped, the script does not know ${missing} yet`);
      continue;
    }
    const runs = [];
    let changed = 0;
    for (let round = 0; round < row.sizes[size]; round += 1) {
      if (standIns === null || row.fresh) {
        await standIns?.close();
        standIns = await startStandIns({ size: shape });
      }
      if (row.change !== undefined) changed = await standIns.ask('change', { share: row.change });
      const lacking = (row.env ?? []).find((name) => standIns.env[name] === undefined);
      if (lacking !== undefined) {
        console.error(`${size}, ${row.name}: skipped, the stand-ins have no ${lacking} yet`);
        break;
      }
      const run = await runAgainst(standIns, script, row);
      console.error(`${size}, ${row.name}: ${seconds(run.wallMs)} s`);
      runs.push(run);
    }
    if (runs.length === 0) continue;
    const counts = sameCounts(runs);
    const of = (read) => median(runs.map(read));
    const result = {
      size,
      row,
      counts,
      wallMs: of((run) => run.wallMs),
      cpuMs: of((run) => run.cpuMs),
      rssMb: Math.max(...runs.map((run) => run.rssMb)),
    };
    measured.push(result);
    for (const bound of row.bounds({ ...result, changed, workspace: generateWorkspace(shape) }))
      bounds.push({ ...bound, what: `${size}, ${row.name}: ${bound.what}` });
  }
  await standIns?.close();
}

printTable(
  ['size', 'run', 'Mode', 'reads', 'of tables', 'writes', 'bulk', 'edges', 'wall s', 'CPU s', 'RSS MB'],
  measured.map(({ size, row, counts, wallMs, cpuMs, rssMb }) => [
    size,
    row.name,
    counts.mode,
    counts.reads,
    counts.tables,
    counts.writes,
    counts.bulk,
    counts.edges,
    seconds(wallMs),
    seconds(cpuMs),
    Math.round(rssMb),
  ]),
);
console.log('');
printBounds(bounds);
printGrowth(measured.filter(({ row }) => row === ROWS[0]));

/** Each size against the one before it: the calls so many times more, the cost so many times. At most 1 is no worse than linear. */
function printGrowth(full) {
  if (full.length < 2) return;
  const callsOf = ({ counts }) => counts.mode + counts.reads + counts.writes;
  console.log(`\nHow cost grows: ${ROWS[0].name}`);
  printTable(
    ['size', 'calls', 'wall s', 'CPU s', 'RSS MB', 'calls ×', 'wall ×', 'CPU ×', 'RSS ×', 'CPU ms a call'],
    full.map((one, index) => {
      const before = full[index - 1];
      const times = (read) => (before === undefined ? null : read(one) / read(before));
      return [
        one.size,
        callsOf(one),
        seconds(one.wallMs),
        seconds(one.cpuMs),
        Math.round(one.rssMb),
        times(callsOf),
        times(({ wallMs }) => wallMs),
        times(({ cpuMs }) => cpuMs),
        times(({ rssMb }) => rssMb),
        one.cpuMs / callsOf(one),
      ];
    }),
  );
  console.log('');
  printBounds(
    full.slice(1).map((one, index) => {
      const before = full[index];
      return {
        what: `${before.size} to ${one.size}: CPU × ÷ calls × (a tenth for chance)`,
        allowed: 1.1,
        measured: one.cpuMs / before.cpuMs / (callsOf(one) / callsOf(before)),
      };
    }),
  );
}

function seconds(ms) {
  return Math.round(ms / 100) / 10;
}
process.exitCode = bounds.every(({ allowed, measured }) => measured <= allowed) ? 0 : 1;

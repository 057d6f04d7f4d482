// Loaded before the measured program: leaves what the process cost in the file that BENCH_COST names.
import { writeFileSync } from 'node:fs';
import process from 'node:process';

const { BENCH_COST: file } = process.env;
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(
    file,
    JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1_000, rssMb: maxRSS / 1_024 }),
  );
});

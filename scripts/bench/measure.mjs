import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const AT_EXIT = new URL('at-exit.mjs', import.meta.url).href;

/**
 * Runs the script as a process of its own. Resolves to its exit code, its wall and CPU time in milliseconds and its peak of
 * resident memory in megabytes; `startedAt` is when it was started, and `stderr` what it said.
 */
export async function measure(script, args, { env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const cost = join(folder, 'cost.json');
  try {
    const startedAt = Date.now();
    const child = spawn(process.execPath, ['--import', AT_EXIT, script, ...args], {
      env: { PATH: process.env.PATH, ...env, BENCH_COST: cost },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stdout.resume();
    child.stderr.on('data', (piece) => {
      stderr += piece;
    });
    const began = performance.now();
    const code = await new Promise((resolve) => child.once('close', resolve));
    const wallMs = performance.now() - began;
    return { code, wallMs, startedAt, stderr, ...JSON.parse(readFileSync(cost, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for a workflow, given as a value. */
export async function measureWorkflow(script, config, { flags = [], env, command = 'ingest' }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    // JSON is YAML too.
    const file = join(folder, 'mode.yaml');
    writeFileSync(file, JSON.stringify(config));
    return await measure(script, [command, '--quiet', ...flags, file], { env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAIL_ON } from '../../src/action/inputs.ts';
import { stepExit } from '../../src/action/verdict.ts';
import type { ExitCode } from '../../src/errors.ts';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import type { RunReport } from '../../src/report/run-report.ts';

const finding = { severity: 'warning', code: 'x', message: 'x', file: 'm.yml' } as const;

const ended = (exitCode: ExitCode, warns = false): RunReport =>
  buildRunReport({
    command: 'ingest',
    configPath: 'm.yml',
    serviceName: 'mode',
    workspace: null,
    sources: [],
    plan: null,
    outcome: null,
    findings: warns ? [finding] : [],
    status: 'done',
    exitCode,
    error: null,
    servers: { mode: null, openMetadata: null, openMetadataVersion: null },
    calls: { mode: 0, openMetadata: 0, writes: 0 },
    startedAt: 0,
    finishedAt: 0,
  });

/** In the order of FAIL_ON: error, partial, warnings, never. */
const CASES = [
  { what: 'all well', reports: [ended(0)], ends: [0, 0, 0, 0] },
  { what: 'a warning', reports: [ended(0, true)], ends: [0, 0, 4, 0] },
  { what: 'a warning in one of two', reports: [ended(0, true), ended(0)], ends: [0, 0, 4, 0] },
  { what: 'a partial run', reports: [ended(4)], ends: [0, 4, 4, 0] },
  { what: 'a partial run and a guard', reports: [ended(4), ended(5)], ends: [5, 4, 4, 0] },
  { what: 'an empty source', reports: [ended(0), ended(6)], ends: [6, 6, 6, 0] },
  { what: 'a configuration that is refused', reports: [ended(2, true), ended(4)], ends: [2, 2, 2, 0] },
  { what: 'a token that is refused', reports: [ended(3), ended(2)], ends: [3, 3, 3, 0] },
] as const;

for (const { what, reports, ends } of CASES) {
  test(`${what} ends with ${FAIL_ON.map((failOn, index) => `${ends[index]} on ${failOn}`).join(', ')}`, () => {
    assert.deepEqual(
      FAIL_ON.map((failOn) => stepExit(reports, failOn)),
      ends,
    );
  });
}

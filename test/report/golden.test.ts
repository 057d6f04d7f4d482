import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { test } from 'node:test';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { VERSION } from '../../src/version.ts';
import { CASES } from './cases.ts';

const update = process.env.UPDATE_GOLDEN === '1';
if (update) mkdirSync('test/golden', { recursive: true });

/** A golden file holds no release number. */
const check = (name: string, text: string): void => {
  const file = `test/golden/${name}`;
  const actual = text.replaceAll(`mode-ingest ${VERSION}`, 'mode-ingest X.Y.Z');
  if (update) writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, 'utf8'), `${file}: UPDATE_GOLDEN=1 rewrites it`);
};

for (const [name, facts] of Object.entries(CASES)) {
  test(`${name} looks as in its golden files`, () => {
    const report = buildRunReport(facts);
    check(`${name}.md`, renderSummary(report));
    check(`${name}.txt`, `${renderTerminal(report, { colour: false })}\n`);
    check(`${name}.verbose.txt`, `${renderTerminal(report, { colour: false, verbose: true })}\n`);
    check(`${name}.json`, renderJson(report));
  });
}

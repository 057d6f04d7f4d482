import { test } from 'node:test';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { CASES } from './cases.ts';
import { checkGolden } from './check-golden.ts';

for (const [name, facts] of Object.entries(CASES)) {
  test(`${name} looks as in its golden files`, () => {
    const report = buildRunReport(facts);
    checkGolden(`${name}.md`, renderSummary(report));
    checkGolden(`${name}.txt`, `${renderTerminal(report, { colour: false })}\n`);
    checkGolden(`${name}.verbose.txt`, `${renderTerminal(report, { colour: false, verbose: true })}\n`);
    checkGolden(`${name}.json`, renderJson(report));
  });
}

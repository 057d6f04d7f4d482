import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { outputs } from '../../src/action/outputs.ts';
import { createTerminalHost } from '../../src/host/terminal-host.ts';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderPage } from '../../src/report/page/render-page.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { runnerLog } from '../host/runner-log.ts';
import { CONTEXT } from './comments.ts';
import { driftIssue } from './drift-issue.ts';
import { HOSTILE_NAMES } from './hostile.ts';
import { hostileRun } from './hostile-run.ts';
import { assertStructure } from './structure.ts';

const ALL = Object.values(HOSTILE_NAMES);

/** Runs in which this name is all that comes from outside: one that wrote, and a plan. */
const RUNS: readonly (readonly [string, readonly RunReport[]])[] = [
  ...Object.entries(HOSTILE_NAMES).map(([what, name]) => [what, [name]] as const),
  ['all of them at once', ALL] as const,
].map(([what, texts]) => [
  what,
  [
    buildRunReport(hostileRun(texts)),
    buildRunReport(hostileRun(texts, { command: 'plan', status: 'planned', error: null })),
  ],
]);

/** What a reader's eyes or terminal would take for more than a sign. Line breaks are our own. */
const INVISIBLE = /[\p{Cc}](?<!\n)|\p{Cs}|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029]/u;

const withoutMarker = (markdown: string): string => {
  assert.match(markdown, /^<!-- mode-ingest:\w+ config=[\w.%/]* ?(?:label=[\w.%/]* )?-->\n/);
  return markdown.replace(/^.*\n/, '');
};

const MEDIA: Readonly<Record<string, (report: RunReport) => void | Promise<void>>> = {
  summary: (report) => assertStructure(renderSummary(report)),
  comment: (report) =>
    assertStructure(withoutMarker(renderComment(report, { ...CONTEXT, label: report.config }))),
  async 'issue of a drift'(report) {
    const { title, body } = await driftIssue(report, report);
    assert.doesNotMatch(title, new RegExp(`${INVISIBLE.source}|\\n`, 'u'));
    assert.ok([...title].length <= 200);
    assertStructure(withoutMarker(body));
  },
  terminal(report) {
    for (const verbose of [false, true]) {
      const plain = renderTerminal(report, { colour: false, verbose });
      assert.doesNotMatch(plain, INVISIBLE);
      assert.doesNotMatch(plain, /^\s*::|##\[/m);
      assert.equal(stripVTControlCharacters(renderTerminal(report, { colour: true, verbose })), plain);
    }
  },
  JSON(report) {
    assert.deepEqual(JSON.parse(renderJson(report)), JSON.parse(JSON.stringify(report)));
  },
  page(report) {
    const page = renderPage(report, []);
    assert.equal(page.match(/<script/gi)?.length, 2);
    assert.equal(page.match(/<\/script/gi)?.length, 2);
    assert.doesNotMatch(page, /<!--|<img|<base|<form|<style>\*/);
    // Short: a page is no message of a test.
    assert.deepEqual(page.match(INVISIBLE)?.[0], undefined);
  },
  outputs(report) {
    const paths = { reportPath: 'r', htmlPath: 'h', planPath: 'p', summaryPath: 's', command: 'plan' };
    for (const value of Object.values(outputs([report], paths))) assert.match(value, /^[\w-]*$/);
  },
};

for (const [medium, holds] of Object.entries(MEDIA)) {
  describe(`inert in the ${medium}`, () => {
    for (const [what, reports] of RUNS)
      test(what, async () => {
        for (const report of reports) await holds(report);
      });
  });
}

test('inert in the log and the annotations of a step', () => {
  const { commands, lines } = runnerLog(
    ALL.flatMap((text) => [
      ['info', text],
      ['info', `The report ${text} was read.`],
      ['group', text, []],
      ['progress', text, 1, 2],
      ['debug', text],
      ['warning', text],
      ['finding', { severity: 'notice', code: 'x', message: text, next: text, file: text, line: 1 }],
      ['error', text],
    ]),
  );
  assert.deepEqual([...new Set(commands.map(({ name }) => name))].sort(), [
    'debug',
    'endgroup',
    'error',
    'group',
    'notice',
    'warning',
  ]);
  for (const name of ['group', 'endgroup', 'error', 'debug'])
    assert.equal(commands.filter((command) => command.name === name).length, ALL.length, name);
  for (const line of [...lines, ...commands.flatMap(({ data, properties }) => [data, properties.file ?? ''])])
    assert.doesNotMatch(line, /[\p{Cc}](?<![\n\t])|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
});

test('inert in what a terminal is told meanwhile', async () => {
  let written = '';
  const host = createTerminalHost({
    stderr: {
      write(text: string) {
        written += text;
      },
    },
    isTty: false,
    colour: false,
    level: 'DEBUG',
    now: Date.now,
  });
  for (const text of ALL) {
    for (const say of [host.debug, host.info, host.warning, host.error]) say(text);
    host.finding({ severity: 'error', code: 'x', message: text, next: text, file: text, line: 1 });
    await host.group(text, async () => host.progress(text, 1, 2));
  }
  assert.doesNotMatch(written, /[\p{Cc}](?<![\n\t])|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
});

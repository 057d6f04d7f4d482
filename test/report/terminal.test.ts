import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { displayWidth } from '../../src/report/display-width.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { duration, grouped, listed, plural } from '../../src/report/words.ts';
import { wrap } from '../../src/report/wrap.ts';
import { CASES } from './cases.ts';
import { dashboard, facts, outcome, plan } from './facts.ts';
import { hostileText } from './hostile.ts';

for (const [name, run] of Object.entries(CASES)) {
  test(`${name}: colour changes the look and not the words`, () => {
    const report = buildRunReport(run);
    const plain = renderTerminal(report, { colour: false, verbose: true });
    const coloured = renderTerminal(report, { colour: true, verbose: true });
    assert.notEqual(coloured, plain);
    assert.equal(stripVTControlCharacters(coloured), plain);
    assert.ok(!plain.endsWith('\n'));
  });
}

test('prose and tables keep to 100 columns', () => {
  for (const name of ['first-ingestion', 'plan', 'partial', 'guarded', 'failed', 'invalid-configuration']) {
    const text = renderTerminal(buildRunReport(CASES[name] ?? facts()), { colour: false });
    for (const line of text.split('\n')) assert.ok(displayWidth(line) <= 100, line);
  }
});

test('hostile text sends no control, no command and no line of its own', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const run = facts({
        serviceName: text,
        configPath: text,
        plan: plan({
          dashboards: [dashboard('a', text, { action: 'keep', reason: text })],
          incomplete: [text],
        }),
        outcome: outcome({ results: [{ key: text, what: 'edge', ok: false, error: text }] }),
        status: 'failed',
        error: { code: text, message: text, next: text },
      });
      const shown = renderTerminal(buildRunReport(run), { colour: false, verbose: true });
      assert.doesNotMatch(shown, /[\p{Cc}](?<!\n)|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
      assert.doesNotMatch(shown, /^\s*::|##\[/m);
    }),
  );
});

test('a long list is cut unless all is asked for', () => {
  const results = Array.from({ length: 25 }, (_, index) => ({
    key: `dashboard:${index}`,
    what: 'dashboard' as const,
    ok: false,
    error: 'no',
  }));
  const report = buildRunReport(facts({ outcome: outcome({ results }) }));
  assert.match(renderTerminal(report, { colour: false }), / {2}… and 15 more; --verbose shows all/);
  const all = renderTerminal(report, { colour: false, verbose: true });
  assert.match(all, /dashboard:24/);
  assert.doesNotMatch(all, /--verbose/);
});

test('lines wrap at the width, wide characters counting two', () => {
  assert.equal(wrap('one two three', 8, 1, 1), ' one two\n  three');
  assert.equal(wrap('日本 日本', 8), '日本\n日本');
  assert.equal(wrap('averyverylongword x', 5), 'averyverylongword\nx');
  assert.equal(displayWidth('日本語 ok'), 9);
});

test('words for numbers', () => {
  assert.deepEqual([0, 999, 1000, 1234567].map(grouped), ['0', '999', '1,000', '1,234,567']);
  assert.deepEqual(
    [plural(1, 'query', 'queries'), plural(2, 'query', 'queries'), plural(1000, 'chart')],
    ['1 query', '2 queries', '1,000 charts'],
  );
  assert.deepEqual([listed([]), listed(['a']), listed(['a', 'b', 'c'])], ['', 'a', 'a, b and c']);
  assert.deepEqual([38, 14_200, 245_000, 7_380_000].map(duration), [
    '38 ms',
    '14.2 s',
    '4 min 5 s',
    '2 h 3 min',
  ]);
});

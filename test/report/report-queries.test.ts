import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { facts, sources } from './facts.ts';

test('every verdict is counted, and every query that is not linked in full has a next step', () => {
  const model = buildRunReport(
    facts({
      sources: [
        sources('a', 'q1', 'linked'),
        sources('a', 'q2', 'partly-linked', 'one of two'),
        sources('a', 'q3', 'unparsed', 'what is this'),
      ],
    }),
  );
  assert.deepEqual(
    { linked: model.verdicts.linked, unparsed: model.verdicts.unparsed, ambiguous: model.verdicts.ambiguous },
    { linked: 1, unparsed: 1, ambiguous: 0 },
  );
  assert.deepEqual(
    model.queriesWithoutLineage.map(({ query, verdict }) => [query, verdict]),
    [
      ['a.q2', 'partly-linked'],
      ['a.q3', 'unparsed'],
    ],
  );
  for (const { next } of model.queriesWithoutLineage) assert.notEqual(next, '');
});

test('a linked query whose SQL was hard to read is told, a remark that the reason makes is not told twice', () => {
  const found = { code: 'unknown-definition', message: 'There is no definition named "x".', line: 3 };
  const { queriesWithoutLineage } = buildRunReport(
    facts({
      sources: [
        sources('a', 'q1', 'linked', 'It reads t.', { diagnostics: [found] }),
        sources('a', 'q2', 'unparsed', `Its SQL could not be made out. ${found.message}`, {
          diagnostics: [found],
        }),
      ],
    }),
  );
  assert.deepEqual(
    queriesWithoutLineage.map(({ query, diagnostics }) => [query, diagnostics]),
    [
      ['a.q1', [found]],
      ['a.q2', []],
    ],
  );
});

test('a name that could mean several tables is told with them', () => {
  const { queriesWithoutLineage } = buildRunReport(
    facts({
      sources: [
        sources('a', 'q', 'ambiguous', 'It reads x.', {
          unlinked: [
            { written: 'x', why: 'ambiguous', candidates: ['a.b.x', 'c.d.x'] },
            { written: 'y', why: 'ambiguous', candidates: ['1', '2', '3', '4', '5', '6', '7'] },
          ],
        }),
      ],
    }),
  );
  assert.equal(
    queriesWithoutLineage[0]?.reason,
    'It reads x. x is a.b.x or c.d.x. y is 1 or 2 or 3 or 4 or 5 or one of 2 more.',
  );
});

test('tables that the catalog lacks are counted over all queries, whatever their case', () => {
  const missing = (written: string) => ({ written, why: 'not-in-catalog', candidates: [] }) as const;
  const unlinked = (...names: readonly string[]) => ({ unlinked: names.map(missing) });
  const { missingTables } = buildRunReport(
    facts({
      sources: [
        sources('a', 'q1', 'not-in-catalog', '', unlinked('z.once')),
        sources('a', 'q2', 'not-in-catalog', '', unlinked('raw.Events', 'b.once')),
        sources('a', 'q3', 'not-in-catalog', '', unlinked('RAW.events')),
      ],
    }),
  );
  assert.deepEqual(missingTables, [
    { name: 'raw.Events', queries: 2 },
    { name: 'b.once', queries: 1 },
    { name: 'z.once', queries: 1 },
  ]);
});

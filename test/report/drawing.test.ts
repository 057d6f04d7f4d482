import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawMermaid } from '../../src/report/mermaid.ts';
import { pickChanges, pickEdges } from '../../src/report/pick-edges.ts';
import type { ReportedEdge } from '../../src/report/run-report.ts';
import { hostileText } from './hostile.ts';
import { assertDrawing } from './structure.ts';

const edge = (from: string, to: string, parts: Partial<ReportedEdge> = {}): ReportedEdge => ({
  from,
  to,
  action: 'unchanged',
  conditional: false,
  columns: 0,
  failed: false,
  ...parts,
});

test('few edges are drawn all', () => {
  const edges = [edge('a', 'b'), edge('c', 'd')];
  assert.deepEqual(pickEdges(edges, 2), edges);
});

test('of many, the largest connected part comes first and further parts fill the room', () => {
  const chain = (name: string, length: number) =>
    Array.from({ length }, (_, index) => edge(`${name}${index}`, `${name}${index + 1}`));
  const [small, large, middle] = [chain('s', 2), chain('l', 6), chain('m', 4)];
  assert.deepEqual(pickEdges([...small, ...large, ...middle], 8), [...large, ...small]);
});

test('a part that is too large is cut, stays connected and shows more than one node', () => {
  const fan = Array.from({ length: 100 }, (_, index) => edge('hub', `model${index}`));
  const on = fan.map(({ to }) => edge(to, `dashboard of ${to}`));
  const picked = pickEdges([...fan, ...on], 40);
  assert.ok(picked.length <= 40);
  assert.equal(picked.filter(({ from }) => from === 'hub').length, 6);
  assert.equal(picked.length, 12);
});

test('picking never exceeds the limit nor picks twice', () => {
  const node = fc.integer({ min: 0, max: 30 }).map(String);
  fc.assert(
    fc.property(
      fc.array(fc.record({ from: node, to: node }), { maxLength: 120 }),
      fc.nat(50),
      (edges, most) => {
        const picked = pickEdges(edges, most);
        assert.ok(picked.length <= most);
        assert.equal(new Set(picked).size, picked.length);
        assert.ok(edges.length === 0 || most === 0 || picked.length > 0);
      },
    ),
  );
});

test('edges that change are marked by what becomes of them, where marks are asked for', () => {
  const edges = (['unchanged', 'add', 'remove', 'change', 'add'] as const).map((action, index) =>
    edge('a', `b${index}`, { action }),
  );
  assert.doesNotMatch(drawMermaid(edges, { dashboards: [] }), /linkStyle/);
  assert.deepEqual(drawMermaid(edges, { dashboards: [] }, true).match(/linkStyle \S+ stroke:#\w+/g), [
    'linkStyle 1,4 stroke:#16a34a',
    'linkStyle 3 stroke:#d97706',
    'linkStyle 2 stroke:#dc2626',
  ]);
});

test('a drawing of changes has those, then what their ends read and are read by', () => {
  const [changed, sibling, onward] = [edge('t', 'q', { action: 'add' }), edge('u', 'q'), edge('q', 'd')];
  const elsewhere = edge('t', 'other');
  assert.deepEqual(pickChanges([elsewhere, sibling, onward, changed], [changed], 40), [
    changed,
    sibling,
    onward,
  ]);
  assert.deepEqual(pickChanges([elsewhere, sibling, onward, changed], [changed], 2), [changed, sibling]);
});

test('an edge that only a condition reads is dotted; tables go by schema and name', () => {
  const text = drawMermaid([edge('svc.db.sales."odd.name"', 'x', { conditional: true })], { dashboards: [] });
  assert.match(text, /n1\[\("sales\.odd\.name"\)\]:::table/);
  assert.match(text, /n1 -\.-> n2/);
});

test('hostile names draw nothing of their own', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostileText, hostileText), { maxLength: 40 }), (pairs) => {
      assertDrawing(
        drawMermaid(
          pairs.map(([from, to]) => edge(from, to)),
          { dashboards: [] },
        ),
      );
    }),
  );
});

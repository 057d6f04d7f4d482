import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { type Asset, readCatalog } from '../../src/report/page/browser/catalog.ts';
import { neighbourhood } from '../../src/report/page/browser/neighbourhood.ts';
import { createSearch } from '../../src/report/page/browser/search.ts';
import { trailOf } from '../../src/report/page/browser/trail.ts';
import { unpackTexts } from '../../src/report/page/browser/unpack-texts.ts';
import { buildPageData } from '../../src/report/page/build-page-data.ts';
import { renderPage } from '../../src/report/page/render-page.ts';
import { scriptJson } from '../../src/report/page/script-json.ts';
import { packTexts, sortTexts } from '../../src/report/page/text-table.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
import { hostilePage } from '../page/hostile-page.ts';
import { largePage } from '../page/large-page.ts';
import { CASES } from './cases.ts';
import { hostileText } from './hostile.ts';

const pageOf = (facts: RunFacts) => renderPage(buildRunReport(facts), facts.plan?.edges ?? []);
const catalogOf = (facts: RunFacts) =>
  readCatalog(buildPageData(buildRunReport(facts), facts.plan?.edges ?? []));
const caseOf = (name: string): RunFacts => CASES[name] ?? assert.fail(name);

const asset = (assets: readonly Asset[], name: string): Asset =>
  assets.find((one) => one.name === name) ?? assert.fail(name);

test('a page of a plan looks as in its golden file, its own code left out', () => {
  const page = pageOf(caseOf('plan'))
    .replace(/(?<=<style>)[\s\S]*?(?=<\/style>)/, '…')
    .replace(/(?<=<script type="module">)[\s\S]*?(?=<\/script>)/, '…')
    .replace(/sha256-[\w+/=]+/g, 'sha256-…');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync('test/golden/plan.html', page);
  assert.equal(page, readFileSync('test/golden/plan.html', 'utf8'), 'UPDATE_GOLDEN=1 rewrites it');
});

test('the policy lets the one script and the one style in by their hashes, and nothing else', () => {
  const page = pageOf(caseOf('plan'));
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const hash = (pattern: RegExp) =>
    `'sha256-${createHash('sha256')
      .update(pattern.exec(page)?.[1] ?? '')
      .digest('base64')}'`;
  assert.match(policy, /^default-src 'none'; /);
  assert.ok(policy.includes(`script-src ${hash(/<script type="module">([\s\S]*?)<\/script>/)};`));
  assert.ok(policy.includes(`style-src ${hash(/<style>([\s\S]*?)<\/style>/)};`));
  assert.doesNotMatch(policy, /unsafe|\*|https?:|data:/);
});

test('a page names no address that it would load', () => {
  const own = pageOf(caseOf('plan')).replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
  assert.doesNotMatch(
    own.replaceAll('http://www.w3.org/2000/svg', ''),
    /(?:src|href)=["']?(?:https?:)?\/\/|url\(|@import/,
  );
});

test('no text ends the data early: two script elements stay two', () => {
  const page = pageOf(hostilePage);
  assert.equal(page.match(/<script/gi)?.length, 2);
  assert.equal(page.match(/<\/script/gi)?.length, 2);
  assert.doesNotMatch(page, /<!--|<img|<base|<form|<style>\*/);
});

test('JSON in a script is the same value, without a character that HTML or a line of script would heed', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.jsonValue()), (value) => {
      const text = scriptJson(value);
      assert.doesNotMatch(text, /[<>&\u2028\u2029]/);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('packed texts are the same when unpacked', () => {
  fc.assert(
    fc.property(fc.array(hostileText), (some) => {
      const { texts, indexOf } = sortTexts(some);
      const unpacked = unpackTexts(JSON.parse(JSON.stringify(packTexts(texts))) as (number | string)[]);
      assert.equal(unpacked[0], '');
      for (const text of some) assert.equal(unpacked[indexOf(text)], text);
    }),
  );
});

test('the page knows what the report knows', () => {
  const facts = caseOf('plan');
  const { assets, edges, queries } = catalogOf(facts);
  const pipeline = asset(assets, 'Pipeline');
  assert.equal(pipeline.project, 'Sales');
  assert.deepEqual(
    pipeline.changes.map(({ field }) => field),
    ['description', 'displayName'],
  );
  assert.deepEqual(
    pipeline.parts.map(({ name }) => name),
    ['Deals by stage', 'Deals by owner', 'Open deals'],
  );
  assert.equal(asset(assets, 'Open deals').query?.verdict, 'partly-linked');
  assert.equal(queries.length, buildRunReport(facts).queriesWithoutLineage.length);
  assert.equal(edges.length, facts.plan?.edges.length);
  const orders = asset(assets, 'sales.orders');
  assert.equal(orders.kind, 'table');
  assert.deepEqual(orders.downstream[0]?.columns, [
    { from: 'amount', to: 'revenue' },
    { from: 'created_at', to: 'week' },
  ]);
});

test('addresses of Mode are links only as http and https', () => {
  for (const { url } of catalogOf(hostilePage).assets)
    assert.match(url, /^$|^https:\/\/app\.mode\.com\/[^"]*$/);
});

test('the search finds names by words, the closest first', () => {
  const { assets } = catalogOf(caseOf('plan'));
  const search = createSearch(assets);
  const names = (text: string) => search(text, null, 10).assets.map(({ name }) => name);
  assert.equal(names('pipeline')[0], 'Pipeline');
  assert.deepEqual(names('deals owner'), ['Deals by owner']);
  assert.equal(names('sales.orders')[0], 'sales.orders');
  const { assets: many } = catalogOf(largePage(300));
  const [first] = createSearch(many)('fact_orders_by_18', null, 5).assets;
  assert.equal(first?.name, 'schema_18.fact_orders_by_18', 'a word before the beginning of one');
  assert.ok(names('finance').includes('Month-end close'), 'by its collection');
  assert.deepEqual(names('no such thing'), []);
  assert.ok(search('deals', 'chart', 10).assets.every(({ kind }) => kind === 'chart'));
  assert.deepEqual([search('a', null, 2).assets.length, search('a', null, 2).total > 2], [2, true]);
});

test('the drawing never has more than was asked for, and always what was chosen', () => {
  const { assets } = catalogOf(largePage(300));
  const most = { table: 5, dashboardDataModel: 5, dashboard: 5 };
  for (const reach of ['direct', 'whole', 'around'] as const)
    for (const centre of assets.filter(({ kind }) => kind !== 'chart').slice(0, 80)) {
      const { layers, edges } = neighbourhood(centre, reach, most);
      assert.ok(layers.every(({ shown }) => shown.length <= 5));
      assert.ok(layers.some(({ shown }) => shown.includes(centre)));
      const drawn = new Set(layers.flatMap(({ shown }) => shown));
      assert.ok(edges.every(({ from, to }) => drawn.has(from) && drawn.has(to)));
    }
});

test('a trail follows a column from a table to a chart, and leaves its siblings alone', () => {
  const { assets } = catalogOf(largePage(3));
  const model = assets.find(({ kind }) => kind === 'dashboardDataModel') ?? assert.fail();
  const { edges } = neighbourhood(model, 'whole', { table: 9, dashboardDataModel: 9, dashboard: 9 });
  const [edge] = model.upstream;
  const pair = edge?.columns[0] ?? assert.fail();
  const trail = trailOf({ asset: edge?.from ?? assert.fail(), column: pair.from }, edges);
  const columns = [...trail.spots].map((key) => key.split('\n')[1]);
  assert.ok(columns.includes(pair.to));
  assert.ok(
    columns.some((column) => column?.startsWith('mode_acme.')),
    'a chart',
  );
  assert.ok(!columns.includes(edge?.columns[1]?.from));
});

for (const { count, most } of [
  { count: 1000, most: 3 },
  { count: 5000, most: 15 },
]) {
  test(`the page of ${count} reports is at most ${most} MB`, (context) => {
    const page = pageOf(largePage(count));
    const size = Buffer.byteLength(page);
    context.diagnostic(`${(size / 1e6).toFixed(2)} MB`);
    assert.ok(size <= most * 1e6, `${size} bytes`);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { config, withLines } from './workflow-text.ts';

const filter = async (...lines: string[]) => {
  const indented = lines.map((line) => `        ${line}`);
  const text = withLines('DashboardMetadata', '      dashboardFilterPattern:', ...indented);
  return (await config(text)).source.dashboards;
};

test('includes and excludes must both agree', async () => {
  const { isEmpty, decide } = await filter('includes: [Sales, "Fin.*"]', 'excludes: [".*draft"]');
  assert.equal(isEmpty, false);
  assert.deepEqual(decide('sales 2024'), { kept: true });
  assert.deepEqual(decide('Finance Draft'), { kept: false, because: 'excluded by `.*draft`' });
  assert.deepEqual(decide('Marketing'), { kept: false, because: 'not included by `Sales`, `Fin.*`' });
});

test('excludes alone keep the rest', async () => {
  const { decide } = await filter('excludes: [x]');
  assert.equal(decide('a').kept, true);
  assert.equal(decide('Xy').kept, false);
});

test('a name that is missing is dropped as soon as there is a pattern', async () => {
  const { decide } = await filter('includes: [".*"]');
  assert.equal(decide(null).kept, false);
  assert.equal(decide('').kept, false);
});

for (const lines of [[], ['includes: []'], ['includes:', 'excludes: []']]) {
  test(`no pattern keeps everything: ${JSON.stringify(lines)}`, async () => {
    const { isEmpty, decide } = await filter(...lines);
    assert.equal(isEmpty, true);
    assert.deepEqual(decide(null), { kept: true });
  });
}

test('one pattern may stand without a list', async () => {
  const { decide } = await filter('includes: Sales');
  assert.equal(decide('Sales').kept, true);
  assert.equal(decide('x').kept, false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webUrls } from '../../src/mode/web-urls.ts';

const urls = webUrls({ hostPort: 'http://127.0.0.1:4000', workspaceName: 'acme' });
const BUILT = 'http://127.0.0.1:4000/acme/reports/a1';

const LINKED = [
  { linked: 'https://app.mode.com/acme/reports/a1', shown: 'https://app.mode.com/acme/reports/a1' },
  { linked: 'http://127.0.0.1:4000/acme/reports/a1?x=1', shown: 'http://127.0.0.1:4000/acme/reports/a1?x=1' },
  { linked: 'http://evil.example/a1', shown: BUILT },
  { linked: 'javascript:alert(1)', shown: BUILT },
  { linked: 'JavaScript:alert(1)//https://app.mode.com', shown: BUILT },
  { linked: 'data:text/html,x', shown: BUILT },
  { linked: 'https://app.mode.com@evil.example/', shown: BUILT },
  { linked: 'https://user:password@app.mode.com/', shown: BUILT },
  { linked: '/acme/reports/a1', shown: BUILT },
  { linked: '//evil.example/a1', shown: BUILT },
  { linked: `https://app.mode.com/${'a'.repeat(3_000)}`, shown: BUILT },
  { linked: '', shown: BUILT },
  { linked: null, shown: BUILT },
] as const;

for (const { linked, shown } of LINKED) {
  test(`a report linked as ${linked?.slice(0, 60)} is shown as ${shown}`, () => {
    assert.equal(urls.report('a1', 'report', linked), shown);
  });
}

test('addresses are built in the forms of Mode’s own pages', () => {
  assert.equal(urls.report('d1', 'dataset', null), 'http://127.0.0.1:4000/acme/datasets/d1');
  assert.equal(urls.query('a1', 'q1'), 'http://127.0.0.1:4000/acme/reports/a1/queries/q1');
  assert.equal(urls.chart('a1', 'c1'), 'http://127.0.0.1:4000/acme/reports/a1/viz/c1');
});

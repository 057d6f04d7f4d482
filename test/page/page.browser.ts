import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { CASES } from '../report/cases.ts';
import { HOSTILE, hostilePage } from './hostile-page.ts';
import { largePage } from './large-page.ts';
import { openPage } from './open-page.ts';

/** Looks for a text, takes the first that is found, and waits until it is drawn. */
async function draw(page: Page, text: string, name: string): Promise<void> {
  await page.getByRole('combobox').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.node.centre .name').getByText(name, { exact: true }).waitFor({ timeout: 5000 });
}

const caseOf = (name: string) => CASES[name] ?? assert.fail(name);

for (const name of Object.keys(CASES)) {
  test(`${name}: the page opens without a complaint and tells the verdict`, async (context) => {
    const { page } = await openPage(caseOf(name), context);
    assert.ok(((await page.locator('.verdict').textContent()) ?? '').length > 10);
    assert.equal(await page.locator('.card').count(), 4);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      assert.equal(await page.getByRole('tabpanel').count(), 1);
    }
  });
}

test('the search finds by key and draws what is taken', async (context) => {
  const { page } = await openPage(caseOf('plan'), context);
  await page.keyboard.press('/');
  await page.keyboard.type('weekly');
  assert.match((await page.locator('[role=option]').first().textContent()) ?? '', /Weekly revenue/);
  assert.equal(await page.getByRole('combobox').getAttribute('aria-activedescendant'), 'found-0');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#found').isVisible(), false);
  await page.locator('.node.centre .name').getByText('Weekly revenue', { exact: true }).waitFor();
  const names = await page.locator('.node .name').allTextContents();
  assert.deepEqual(names.toSorted(), [
    'Refunds',
    'Revenue by week',
    'Weekly revenue',
    'order_lines',
    'orders',
    'refunds',
  ]);
  assert.equal(await page.locator('path.edge').count(), 6);
  await draw(page, 'pipeline', 'Pipeline');
  await page.goBack();
  await page.locator('.details h3').getByText('Weekly revenue', { exact: true }).waitFor();
});

test('the search goes by kind, with the arrows, and lets go with Escape', async (context) => {
  const { page } = await openPage(caseOf('plan'), context);
  await page.getByRole('combobox').fill('deals');
  await page.getByRole('group', { name: 'Search in' }).getByRole('button', { name: 'Tables' }).click();
  assert.deepEqual(await page.locator('[role=option] .name').allTextContents(), [
    'public.deals',
    'public.old_deals',
  ]);
  await page.keyboard.press('ArrowDown');
  assert.match((await page.locator('[aria-selected=true][role=option]').textContent()) ?? '', /old_deals/);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#found').isVisible(), false);
  await page.getByRole('combobox').fill('nothing of the kind');
  assert.equal(await page.locator('.count').textContent(), 'Nothing has that name.');
});

test('a click lights up what is upstream and downstream; a second one lets go', async (context) => {
  const { page } = await openPage(caseOf('first-ingestion'), context);
  await draw(page, 'weekly revenue', 'Weekly revenue');
  const dim = () => page.locator('.node.off .name').allTextContents();
  assert.deepEqual(await dim(), []);
  const refunds = page.getByRole('button', { name: /^Table sales\.refunds/ });
  await refunds.click();
  assert.deepEqual((await dim()).toSorted(), ['Revenue by week', 'order_lines', 'orders']);
  assert.equal(await page.locator('path.edge.on').count(), 2);
  assert.equal(await page.locator('.details h3').textContent(), 'sales.refunds');
  await refunds.click();
  assert.deepEqual(await dim(), []);
});

test('columns are shown on demand, and a column lights up its own way', async (context) => {
  const { page } = await openPage(caseOf('first-ingestion'), context);
  await draw(page, 'weekly revenue', 'Weekly revenue');
  assert.equal(await page.locator('.column').count(), 0);
  for (const name of ['columns of sales.orders', 'columns of Revenue by week'])
    await page.getByRole('button', { name }).click();
  assert.deepEqual((await page.locator('.column').allTextContents()).toSorted(), [
    'amount',
    'created_at',
    'revenue',
    'week',
  ]);
  await page.locator('.column', { hasText: 'amount' }).click();
  assert.deepEqual((await page.locator('.column.on').allTextContents()).toSorted(), ['amount', 'revenue']);
  assert.equal(await page.locator('path.pair.on').count(), 1);
});

test('the drawing is walked with the keyboard alone', async (context) => {
  const { page, ask } = await openPage(caseOf('first-ingestion'), context);
  await draw(page, 'weekly revenue', 'Weekly revenue');
  await page.locator('.node.centre .box').focus();
  const here = () => ask<string>("document.activeElement.querySelector('.name')?.textContent ?? ''");
  await page.keyboard.press('ArrowLeft');
  assert.match(await here(), /Revenue by week|Refunds/);
  await page.keyboard.press('Home');
  const first = await here();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await here(), first);
  await page.keyboard.press('ArrowLeft');
  assert.match(await here(), /^(?:orders|order_lines|refunds)$/);
  await page.keyboard.press('Enter');
  assert.ok((await page.locator('.node.off').count()) > 0);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.node.off').count(), 0);
  await page.keyboard.press('f');
  await page
    .locator('.node.centre .name')
    .getByText(/^(?:orders|order_lines|refunds)$/)
    .waitFor();
  assert.equal(await ask('document.querySelectorAll(\'.node button[tabindex="0"]\').length'), 1);
  await page.getByRole('button', { name: /^Table sales\.orders/ }).focus();
  await page.keyboard.press('c');
  assert.deepEqual((await page.locator('.column').allTextContents()).toSorted(), ['amount', 'created_at']);
  assert.equal(await here(), 'orders', 'the focus stays where it was');
});

test('tabs go by number and by arrow, and ? tells the keys', async (context) => {
  const { page } = await openPage(caseOf('plan'), context);
  const tab = () => page.locator('[role=tab][aria-selected=true]').textContent();
  await page.keyboard.press('2');
  assert.match((await tab()) ?? '', /Would change/);
  await page.locator('#tab-changes').focus();
  await page.keyboard.press('ArrowRight');
  assert.match((await tab()) ?? '', /Queries/);
  await page.keyboard.press('?');
  assert.ok(await page.getByRole('dialog').isVisible());
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').isVisible(), false);
});

test('a plan shows every field with its old and its new value', async (context) => {
  const { page } = await openPage(caseOf('plan'), context);
  await page.keyboard.press('2');
  const panel = page.locator('#panel-changes');
  assert.deepEqual(await panel.locator('del').allTextContents(), [
    'Deals by stage',
    'Pipeline (old)',
    'Bar',
    'select d.stage, d.owner, d.amount, d.created_at from crm.deals as d order by d.created_at',
  ]);
  await panel.getByRole('button', { name: 'deleted' }).click();
  assert.deepEqual(await panel.locator('.row .link').allTextContents(), ['Churn 2023', 'Churn rate']);
});

test('a verdict stands with its fix, and leads into the drawing', async (context) => {
  const { page } = await openPage(caseOf('plan'), context);
  await page.keyboard.press('3');
  const panel = page.locator('#panel-queries');
  assert.match(
    (await panel.textContent()) ?? '',
    /ledger\.entries[\s\S]*Ingest the database service that holds them/,
  );
  await panel.getByRole('button', { name: 'Open deals' }).click();
  assert.match(
    (await page.locator('.verdict-box').textContent()) ?? '',
    /Linked in part[\s\S]*crm\.deal_stages[\s\S]*Fix: /,
  );
});

test('guards and what was kept are told with their reasons', async (context) => {
  const { page } = await openPage(caseOf('guarded'), context);
  assert.match(
    (await page.locator('.callout').allTextContents()).join('\n'),
    /stopped 3 deletions[\s\S]*"Growth"/,
  );
  await page.keyboard.press('4');
  assert.match(
    (await page.locator('#panel-kept').textContent()) ?? '',
    /archived, and includeDraftDashboard[\s\S]*Old forecast/,
  );
});

test('hostile names are text: they run, load, link and restyle nothing', async (context) => {
  const { page, ask } = await openPage(hostilePage, context);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await ask("for (const group of document.querySelectorAll('details')) group.open = true");
  }
  const text = (await page.locator('#panel-changes').textContent()) ?? '';
  for (const name of HOSTILE.filter((each) => /^[ -~]{1,300}$/.test(each)))
    assert.ok(text.includes(name), name);
  for (const name of HOSTILE.slice(0, 8)) {
    await page.getByRole('combobox').fill(name.slice(0, 20));
    await page.keyboard.press('Enter');
    for (const toggle of await page.locator('.toggle:visible').all()) await toggle.click();
  }
  assert.equal(await ask('globalThis.hit ?? null'), null);
  assert.equal(await ask("document.querySelectorAll('script').length"), 2);
  assert.equal(
    await ask("document.querySelectorAll('img, iframe, object, base, form, link, style ~ style').length"),
    0,
  );
  const links = await ask<[string, string][]>(
    "[...document.querySelectorAll('a[target]')].map((a) => [a.href, a.rel])",
  );
  assert.ok(links.length > 0);
  for (const [href, rel] of links) {
    assert.match(href, /^https:\/\/app\.mode\.com\//);
    assert.equal(rel, 'noopener noreferrer');
  }
  const inline =
    "[...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length";
  assert.equal(await ask(inline), 0);
});

test('the policy holds: neither HTML, nor eval, nor a request gets through', async (context) => {
  const { page, ask } = await openPage(caseOf('plan'), context);
  // A page without listeners: here the browser is meant to complain.
  page.removeAllListeners('console');
  page.removeAllListeners('pageerror');
  page.removeAllListeners('request');
  const refused = (code: string) =>
    ask<boolean>(`(async () => { try { ${code}; return false } catch { return true } })()`);
  assert.ok(await refused("document.body.innerHTML = '<b>x</b>'"), 'innerHTML');
  assert.ok(await refused("await fetch('https://example.invalid/')"), 'fetch');
  await ask(
    `document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { opacity: 0 }' }))`,
  );
  assert.equal(await ask('getComputedStyle(document.body).opacity'), '1');
  const script =
    "const s = document.createElement('script'); s.text = 'globalThis.hit = 1'; document.body.append(s)";
  assert.ok((await refused(script)) || (await ask('globalThis.hit ?? null')) === null, 'a script');
  const evaluated = await ask<string | null>(
    "new Promise((done) => { document.addEventListener('securitypolicyviolation', (e) => done(e.violatedDirective), { once: true }); try { setTimeout('globalThis.hit = 2', 0) } catch (error) { done(String(error)) } setTimeout(() => done(null), 500) })",
  );
  assert.notEqual(evaluated, null, 'eval');
  assert.equal(await ask('globalThis.hit ?? null'), null);
});

test('dark where the reader prefers it', async (context) => {
  const { page, ask } = await openPage(caseOf('plan'), context);
  const paper = () => ask<string>("getComputedStyle(document.querySelector('.parts')).backgroundColor");
  await page.emulateMedia({ colorScheme: 'light' });
  assert.equal(await paper(), 'rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await paper(), 'rgb(23, 27, 34)');
});

test('printed, every part is there and nothing to press', async (context) => {
  const { page } = await openPage(caseOf('plan'), context);
  await page.emulateMedia({ media: 'print' });
  const before = await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  assert.equal(before, true);
  for (const panel of ['lineage', 'changes', 'queries', 'kept', 'collections'])
    assert.ok(await page.locator(`#panel-${panel}`).isVisible(), panel);
  assert.equal(await page.getByRole('tablist').isVisible(), false);
  assert.equal(await page.getByRole('combobox').isVisible(), false);
});

test('5,000 reports can be used', async (context) => {
  const { page, size, ready, ask } = await openPage(largePage(5000), context);
  context.diagnostic(`${(size / 1e6).toFixed(2)} MB, usable after ${ready} ms`);
  assert.ok(size < 15e6);
  assert.ok((await ask<number>("document.querySelectorAll('*').length")) < 2000, 'few elements');
  await draw(page, 'weekly orders 4321', 'Weekly orders 4321');
  await draw(page, 'fact_orders_by_17', 'fact_orders_by_17');
  assert.ok((await page.locator('.node').count()) <= 36);
  const boxes = page.getByRole('group', { name: 'Dashboards' });
  assert.match((await boxes.locator('.more').textContent()) ?? '', /^\d+ more$/);
  await boxes.locator('.more').click();
  assert.equal(await boxes.locator('.node').count(), 36);
  await page.getByRole('button', { name: 'And around' }).click();
  assert.ok((await page.locator('.node').count()) <= 70);
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  assert.ok((await ask<number>("document.querySelectorAll('*').length")) < 12_000);
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { renderPage } from '../../src/report/page/render-page.ts';
import type { RunFacts } from '../../src/report/run-report.ts';

export interface Opened {
  readonly page: Page;
  /** Bytes of the page, and how long the browser took until it could be used, in milliseconds. */
  readonly size: number;
  readonly ready: number;
  /** Runs an expression in the page. */
  readonly ask: <T>(expression: string) => Promise<T>;
}

/**
 * Opens a run's page in Chromium (`CHROMIUM`, else Debian's) from a file, as a reader does. When the test is over, the page has
 * asked for nothing but itself, and has had nothing to complain of: no error, no warning, no breach of its policy.
 */
export async function openPage(facts: RunFacts, context: TestContext): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const file = join(folder, 'report.html');
  const html = renderPage(buildRunReport(facts), facts.plan?.edges ?? []);
  writeFileSync(file, html);
  const address = pathToFileURL(file).href;

  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`a dialog: ${dialog.message()}`));
  page.on('popup', (popup) => complaints.push(`a window: ${popup.url()}`));
  page.on('request', (request) => requests.push(request.url()));
  context.after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests, [address]);
  });
  await page.goto(address);
  await page.locator('body[data-ready]').waitFor();
  return {
    page,
    size: Buffer.byteLength(html),
    ready: Number(await page.locator('body').getAttribute('data-ready')),
    ask: (expression) => page.evaluate(expression),
  };
}

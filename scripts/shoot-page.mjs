// Takes pictures of an HTML report to look at it: `node scripts/shoot-page.mjs report.html FOLDER`, after `npm run compile`.
// Chromium is on the PATH, or CHROMIUM names it.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [file, folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: shoot-page.mjs report.html FOLDER');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1360, height: 900 } });
    page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => console.log(error.message));
    await page.goto(pathToFileURL(resolve(file)).href);
    const shoot = (name) =>
      page.screenshot({ path: resolve(folder, `${colorScheme}-${name}.png`), fullPage: true });
    await shoot('lineage');
    for (const toggle of await page.locator('.toggle').all())
      if (await toggle.isVisible()) await toggle.click();
    const column = page.locator('.column').first();
    if ((await column.count()) > 0) await column.click();
    await shoot('columns');
    for (const tab of ['changes', 'queries', 'kept', 'collections']) {
      await page.locator(`#tab-${tab}`).click();
      await shoot(tab);
    }
    await page.keyboard.press('/');
    await page.keyboard.type('re');
    await shoot('search');
    if (colorScheme === 'light') {
      await page.keyboard.press('Escape');
      await page.locator('#tab-lineage').click();
      await page.emulateMedia({ media: 'print', colorScheme });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.setViewportSize({ width: 720, height: 1000 });
      await shoot('print');
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen', colorScheme });
      await page.setViewportSize({ width: 420, height: 800 });
      await shoot('narrow');
    }
    await page.close();
  }
} finally {
  await browser.close();
}

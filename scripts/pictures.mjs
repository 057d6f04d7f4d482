// `npm run pictures`: draws the pictures of the README from the demo, as GitHub shows them, into docs/pictures/. Needs build/, and
// Chromium on the PATH; the Markdown renderer and Mermaid are installed for the time being, or found in the folder given.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { stringify } from 'yaml';
import { startDemo } from '../build/src/demo/start-demo.js';
import { silentHost } from '../build/src/host/silent-host.js';
import { DEFAULT_DELETION_LIMITS } from '../build/src/plan/plan-options.js';
import { renderComment } from '../build/src/report/comment.js';
import { renderPage } from '../build/src/report/page/render-page.js';
import { renderSummary } from '../build/src/report/summary.js';
import { runConfig } from '../build/src/run-config.js';
import { secretsFrom } from '../build/src/workflow.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SHA = '5d2f1c0e9b8a7f6e5d4c3b2a1908f7e6d5c4b3a2';
const CONTEXT = {
  marker: '<!-- mode-ingest -->',
  label: '',
  commit: { sha: SHA, url: `https://github.com/acme/catalog/commit/${SHA}` },
  runUrl: 'https://github.com/acme/catalog/actions/runs/4711',
};

const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
const demo = await startDemo();
try {
  // The pull request takes in a collection that was left out so far.
  const before = yamlWith({ projectFilterPattern: { excludes: ['^Marketing$'] } });
  const first = await run('ingest', before);
  if (first.report.status !== 'done') throw new Error(`The ingestion ended as ${first.report.status}`);
  changeMode(demo.mode.workspace);
  const plan = await run('plan', yamlWith({}), before);
  const prefix = process.argv[2] ?? installed();
  mkdirSync('docs/pictures', { recursive: true });
  draw('comment', renderComment(plan.report, CONTEXT), 'github-actions commented', prefix);
  draw('summary', renderSummary(first.report), 'Mode to OpenMetadata summary', prefix);
  await drawPage(atHome(renderPage(first.report, first.facts.plan.edges)));
} finally {
  await demo.close();
  rmSync(scratch, { recursive: true, force: true });
}

function yamlWith(keys) {
  const { source, ...rest } = demo.config;
  const config = { ...source.sourceConfig.config, ...keys };
  return stringify({ source: { ...source, sourceConfig: { config } }, ...rest });
}

async function run(command, text, base) {
  return await runConfig({
    command,
    text,
    path: 'config/mode.yml',
    env: demo.env,
    secrets: secretsFrom(demo.env),
    readFile: async (path) => Promise.reject(new Error(`There is no ${path}`)),
    host: silentHost,
    signal: new AbortController().signal,
    limits: DEFAULT_DELETION_LIMITS,
    settings: {},
    shard: null,
    detailedExitCode: false,
    requireSecrets: true,
    base: base === undefined ? null : { state: 'read', text: base },
  });
}

/** A day's work in Mode: a report renamed and described, a query written anew, a chart of another type, a report deleted. */
function changeMode({ collections }) {
  const reportsOf = (name) => {
    const found = collections.find((collection) => collection.name === name);
    return found.reports.filter(
      ({ kind, archived, queries }) => kind === 'report' && !archived && queries[0]?.charts.length > 0,
    );
  };
  const [renamed, rewritten] = reportsOf('Finance');
  const [gone] = reportsOf('Sales & stores');
  const now = new Date().toISOString();
  for (const report of [renamed, rewritten]) report.editedAt = report.lastSavedAt = now;
  renamed.name = `${renamed.name}, by week`;
  renamed.description = 'What changed since last week, and where.';
  renamed.queries[0].charts[0].type = 'bigNumber';
  rewritten.queries[0].sql = rewritten.queries[0].sql.replace(/;?\s*$/, '\nlimit 1000');
  for (const collection of collections)
    collection.reports = collection.reports.filter((report) => report !== gone);
}

function installed() {
  const packages = ['markdown-it@14', 'github-markdown-css@5', 'mermaid@11'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  execFileSync('npm', ['install', '--prefix', scratch, ...quiet, ...packages], { stdio: 'inherit' });
  return scratch;
}

/** The HTML report with the columns of what is drawn, as a browser shows it. */
async function drawPage(html) {
  const file = join(scratch, 'page.html');
  writeFileSync(file, html);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    for (const colorScheme of ['light', 'dark']) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 860 } });
      await page.goto(pathToFileURL(file).href);
      await page.locator('body[data-ready]').waitFor();
      for (const toggle of await page.locator('.toggle:visible').all()) await toggle.click();
      await page.locator('.column').first().click();
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: `docs/pictures/page-${colorScheme}.png` });
    }
  } finally {
    await browser.close();
  }
}

/** The stand-ins' addresses as a reader knows such. */
function atHome(text) {
  return text
    .replaceAll(new URL(demo.mode.url).origin, 'https://app.mode.com')
    .replaceAll(new URL(demo.mode.url).host, 'app.mode.com')
    .replaceAll(new URL(demo.openMetadata.url).origin, 'https://openmetadata.example.com')
    .replaceAll(new URL(demo.openMetadata.url).host, 'openmetadata.example.com');
}

function draw(name, markdown, title, prefix) {
  const file = join(scratch, `${name}.md`);
  writeFileSync(file, atHome(markdown));
  for (const theme of ['light', 'dark']) {
    const picture = `docs/pictures/${name}-${theme}.png`;
    execFileSync(
      process.execPath,
      ['scripts/render-summary.mjs', file, prefix, picture, theme, '920', '860', title],
      { stdio: 'inherit' },
    );
  }
}

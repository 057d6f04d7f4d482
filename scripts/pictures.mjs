// `npm run pictures`: draws the pictures of the README from the demo, as GitHub shows them, into docs/pictures/. Needs build/, and
// Chromium on the PATH; the Markdown renderer and Mermaid are installed for the time being, or found in the folder given.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startDemo } from '../build/src/demo/start-demo.js';
import { renderComment } from '../build/src/report/comment.js';
import { renderSummary } from '../build/src/report/summary.js';
import { Workflow } from '../build/src/workflow.js';

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
  const first = await run('ingest');
  if (first.status !== 'done') throw new Error(`The demo's ingestion ended as ${first.status}`);
  changeMode(demo.mode.workspace);
  const plan = await run('plan');
  const prefix = process.argv[2] ?? installed();
  mkdirSync('docs/pictures', { recursive: true });
  draw('comment', renderComment(plan, CONTEXT), 'github-actions commented', prefix);
  drawPage();
  draw('summary', renderSummary(first), 'Mode to OpenMetadata summary', prefix);
} finally {
  await demo.close();
  rmSync(scratch, { recursive: true, force: true });
}

async function run(command) {
  const workflow = await Workflow.create(demo.config, { command, env: demo.env, path: 'config/mode.yml' });
  return await workflow.execute();
}

/** A day's work in Mode: a report renamed and described, a query written anew, a chart of another type, a report deleted. */
function changeMode({ collections }) {
  const [here, there] = collections
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((collection) =>
      collection.reports.filter(
        ({ kind, archived, queries }) => kind === 'report' && !archived && queries[0]?.charts.length > 0,
      ),
    )
    .filter((reports) => reports.length > 1);
  const [renamed, rewritten] = here;
  const now = new Date().toISOString();
  for (const report of [renamed, rewritten]) report.editedAt = report.lastSavedAt = now;
  renamed.name = `${renamed.name}, by week`;
  renamed.description = 'What changed since last week, and where.';
  renamed.queries[0].charts[0].type = 'bigNumber';
  rewritten.queries[0].sql = rewritten.queries[0].sql.replace(/;?\s*$/, '\nlimit 1000');
  for (const collection of collections)
    collection.reports = collection.reports.filter((report) => report !== there[0]);
}

function installed() {
  const packages = ['markdown-it@14', 'github-markdown-css@5', 'mermaid@11'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  execFileSync('npm', ['install', '--prefix', scratch, ...quiet, ...packages], { stdio: 'inherit' });
  return scratch;
}

/** The HTML report of the demo's ingestion, as a browser opens it. */
function drawPage() {
  const page = join(scratch, 'page.html');
  const demonstration = [
    'build/src/script.js',
    'demo',
    '--html',
    page,
    '--summary',
    join(scratch, 'demo.md'),
  ];
  execFileSync(process.execPath, demonstration, { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const [theme, preference] of Object.entries({ light: 1, dark: 0 })) {
    const picture = `docs/pictures/page-${theme}.png`;
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--window-size=1200,680',
    ];
    const colours = `--blink-settings=preferredColorScheme=${preference}`;
    const profile = `--user-data-dir=${join(scratch, 'profile')}`;
    const settled = '--virtual-time-budget=8000';
    const command = [...flags, colours, profile, settled, `--screenshot=${picture}`, `file://${page}`];
    execFileSync('chromium', command, { stdio: 'ignore' });
  }
}

/** The stand-ins' addresses as a reader knows such. */
function atHome(markdown) {
  return markdown
    .replaceAll(new URL(demo.mode.url).host, 'app.mode.com')
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

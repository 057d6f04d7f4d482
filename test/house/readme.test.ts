import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parseArguments } from '../../src/cli/arguments.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import { DIALECTS } from '../../src/lineage/dialect.ts';
import { BLOCKS } from './generated-blocks.ts';
import { fencesOf, PAGES } from './pages.ts';

const text = (path: string) => readFileSync(path, 'utf8');
/** GitHub's name for a heading. */
const anchor = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
const headingsOf = (page: string) =>
  [...text(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchor(title));

const marked = PAGES.flatMap((page) =>
  [...text(page).matchAll(/^<!-- \/(.+) -->$/gm)].map(([, marker = '']) => ({ page, marker })),
);

for (const { page, marker } of marked) {
  test(`${page}: ${marker} is as it is made`, () => {
    const made = BLOCKS[marker];
    assert.ok(made !== undefined && made !== '', `nothing makes ${marker}`);
    const block = new RegExp(`(?<=<!-- ${marker} -->\n)[\\s\\S]*?(?=<!-- /${marker} -->)`);
    if (process.env.UPDATE_GOLDEN === '1')
      writeFileSync(
        page,
        text(page).replace(block, () => `${made}\n`),
      );
    assert.equal(block.exec(text(page))?.[0], `${made}\n`, 'UPDATE_GOLDEN=1 rewrites it');
  });
}

test('every block that has to be told stands on a page, once', () => {
  const markers = marked.map(({ marker }) => marker);
  assert.equal(new Set(markers).size, markers.length);
  for (const marker of ['inputs', 'outputs', 'plan', 'verdicts', 'operations', 'calls'])
    assert.ok(markers.includes(marker), marker);
  for (const trigger of ['pull-request', 'schedule', 'workflow-dispatch'])
    assert.ok(markers.includes(`example ${trigger}`), trigger);
});

test('the README begins with the two commands that need nothing, and is short', () => {
  const readme = text('README.md');
  assert.match(readme.slice(0, 1500), /node dist\/mode-ingest\.mjs demo\nnpm cit\n/);
  assert.ok(readme.split('\n').length < 250);
});

test('the README leads to every page', () => {
  for (const page of PAGES.filter((name) => name !== 'README.md'))
    assert.ok(text('README.md').includes(`](${page})`), page);
});

for (const page of PAGES) {
  test(`${page}: every link to a file or heading leads somewhere`, () => {
    const prose = text(page).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
    const links = [...prose.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
    const pictures = [...prose.matchAll(/\bsrc(?:set)?="([^"]+)"/g)];
    assert.ok(links.length > 0);
    for (const [, path = '', heading] of [...links, ...pictures]) {
      const file = path === '' ? page : join(dirname(page), path);
      assert.ok(existsSync(file), `${page}: ${path}`);
      if (heading !== undefined) assert.ok(headingsOf(file).includes(heading), `${page}: ${path}#${heading}`);
    }
  });

  test(`${page}: no heading stands twice`, () => {
    const headings = headingsOf(page);
    assert.deepEqual(
      headings.filter((heading, index) => headings.indexOf(heading) !== index),
      [],
    );
  });

  test(`${page}: every command in the prose is one`, () => {
    for (const [, words = ''] of text(page).matchAll(/`mode-ingest ([^`]+)`/g)) {
      const args = words.replaceAll("'", '').replace('<command>', 'plan').split(' ');
      if (args.length > 1 || !args[0]?.startsWith('-')) parseArguments(args);
    }
    for (const [, script = ''] of text(page).matchAll(/`npm run ([\w-]+)/g))
      assert.ok(script in (parse(text('package.json')) as { scripts: object }).scripts, script);
  });
}

test('every option in the prose is one of the script, of Node or of Deno', () => {
  const others = ['--help', '--allow-read', '--allow-net', '--allow-env', '--allow-write'];
  const help = text('src/cli/arguments.ts');
  for (const page of PAGES)
    for (const [, option = ''] of text(page).matchAll(/`(--[a-z][a-z-]+)[^`]*`/g))
      assert.ok(
        others.includes(option) || new RegExp(`^ {2}'?${option.slice(2)}'?: \\{`, 'm').test(help),
        `${page}: ${option}`,
      );
});

test('every command of the script is in the table of commands', () => {
  for (const verb of VERBS) assert.ok(text('docs/script.md').includes(`\n| \`${verb}\` |`), verb);
});

test('steps in YAML give the action inputs that it has, and every block of YAML can be read', () => {
  const { inputs } = parse(text('action.yml')) as { inputs: object };
  let steps = 0;
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { uses, with: given } = value as { uses?: unknown; with?: object };
    if (typeof uses === 'string' && uses.startsWith('your-org/')) {
      steps += 1;
      for (const input of Object.keys(given ?? {})) assert.ok(input in inputs, input);
    }
    for (const part of Object.values(value)) look(part);
  };
  for (const { page, line, language, text: yaml } of PAGES.flatMap(fencesOf))
    if (language === 'yaml') assert.doesNotThrow(() => look(parse(yaml)), `${page}:${line}`);
  assert.ok(steps > 4);
});

test('figures: twenty dialects, and Airflow as CI runs it', () => {
  assert.equal(DIALECTS.filter((dialect) => dialect !== 'generic').length, 20);
  const airflow = text('docs/airflow.md');
  const pinned = /^apache-airflow==(.+)$/m.exec(text('test/airflow/requirements.txt'))?.[1];
  const second = /version: \["", "(.+)"\]/.exec(text('.github/workflows/ci.yml'))?.[1];
  assert.ok(pinned !== undefined && second !== undefined);
  assert.ok(airflow.includes(`on ${pinned} and ${second}`));
});

test('the pictures are small', () => {
  for (const name of ['comment', 'summary', 'page'])
    for (const theme of ['light', 'dark'])
      assert.ok(statSync(`docs/pictures/${name}-${theme}.png`).size < 250_000);
});

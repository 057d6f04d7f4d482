import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';

const text = (path: string) => readFileSync(path, 'utf8');

const action = z
  .object({
    inputs: z.record(
      z.string(),
      z.object({
        description: z.string(),
        default: z.string().optional(),
        required: z.boolean().optional(),
      }),
    ),
    outputs: z.record(z.string(), z.object({ description: z.string() })),
  })
  .parse(parse(text('action.yml')));

const cell = (prose: string) => prose.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();

function inputs(): string {
  const rows = Object.entries(action.inputs).map(([name, input]) => {
    const usual = input.default === undefined ? '' : `\`${input.default}\``;
    return `| \`${name}\` | ${cell(input.description)} | ${input.required ? '**required**' : usual} |`;
  });
  return ['| input | meaning | default |', '|---|---|---|', ...rows].join('\n');
}

function outputs(): string {
  const rows = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ['| output | meaning |', '|---|---|', ...rows].join('\n');
}

/** The verdict, the totals, one collection and the drawing of the plan that the golden files hold, without its links. */
function plan(): string {
  const golden = text('test/golden/plan.md').replace(/\[([^\]]*)\]\(https?:[^)]*\)/g, '$1');
  const parts = [
    /^> \[!NOTE\]\n> .*$/m,
    /^\| {2}\| To create[\s\S]*?\n(?=\n)/m,
    /^<details open><summary><b>Sales[\s\S]*?<\/details>$/m,
    /^```mermaid\n[\s\S]*?\n```$/m,
    /^_The drawing.*$/m,
  ];
  return parts.map((part) => (part.exec(golden)?.[0] ?? `no ${part}`).trim()).join('\n\n');
}

for (const [marker, made] of Object.entries({ inputs: inputs(), outputs: outputs(), plan: plan() })) {
  test(`the ${marker} in the README are as they are made`, () => {
    const block = new RegExp(`(?<=<!-- ${marker} -->\n)[\\s\\S]*?(?=\n<!-- /${marker} -->)`);
    const readme = text('README.md');
    if (process.env.UPDATE_GOLDEN === '1')
      writeFileSync(
        'README.md',
        readme.replace(block, () => made),
      );
    assert.equal(block.exec(text('README.md'))?.[0], made, 'UPDATE_GOLDEN=1 rewrites it');
  });
}

test('the README begins with the two commands that need nothing', () => {
  assert.match(text('README.md').slice(0, 1500), /node dist\/mode-ingest\.mjs demo\nnpm cit\n/);
});

for (const page of ['README.md', 'docs/errors.md']) {
  test(`every link of ${page} to a file or heading leads somewhere`, () => {
    const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
    const links = [...text(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    assert.ok(links.length > 3);
    for (const [, path = '', heading] of links) {
      const file = path === '' ? page : folder + path;
      assert.ok(existsSync(file), file);
      if (heading === undefined) continue;
      const headings = [...text(file).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
      );
      assert.ok(headings.includes(heading), `${file}#${heading}`);
    }
  });
}

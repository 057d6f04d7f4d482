import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

const workflows = ['.github/workflows', 'examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => `${folder}/${file}`),
);

for (const file of workflows) {
  const text = readFileSync(file, 'utf8');

  test(`${file}: every action is pinned to a commit with its version beside it`, () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)].map(([, what = '']) => what);
    assert.ok(uses.length > 0);
    for (const what of uses) assert.match(what, /^\.\/$|^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${file}: permissions are named and credentials are not left behind`, () => {
    const workflow = parse(text) as { permissions?: unknown };
    assert.ok(workflow.permissions !== undefined);
    const checkouts = text.split('actions/checkout@').length - 1;
    assert.equal(text.split('persist-credentials: false').length - 1, checkouts);
  });

  test(`${file}: no event text is pasted into a shell`, () => {
    const steps = JSON.stringify(parse(text));
    for (const [, run = ''] of steps.matchAll(/"run":"((?:[^"\\]|\\.)*)"/g))
      assert.doesNotMatch(run, /\$\{\{/);
  });
}

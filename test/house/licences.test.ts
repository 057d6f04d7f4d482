import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const licences = new Set(readFileSync('dist/licenses.txt', 'utf8').split('\n'));

for (const file of ['dist/index.js', 'dist/mode-ingest.mjs']) {
  test(`the licence of every package in ${file} is told`, () => {
    const modules = readFileSync(file, 'utf8').matchAll(/node_modules\/((?:@[^/\s"']+\/)?[^/\s"']+)\//g);
    const packages = new Set([...modules].map(([, name = '']) => name));
    assert.ok(packages.size > 3);
    assert.deepEqual(
      [...packages].filter((name) => !licences.has(name)),
      [],
    );
  });
}

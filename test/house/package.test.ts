import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { VERSION } from '../../src/version.ts';

const text = (path: string) => readFileSync(path, 'utf8');

test('the version is the same everywhere', () => {
  assert.equal((JSON.parse(text('package.json')) as { version: string }).version, VERSION);
});

test('the lock file names no host and every dependency is exact', () => {
  assert.doesNotMatch(text('package-lock.json'), /"resolved"/);
  const { dependencies } = JSON.parse(text('package.json')) as { dependencies: Record<string, string> };
  for (const version of Object.values(dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/);
});

test('the README tells every input and output of action.yml', () => {
  const action = parse(text('action.yml')) as { inputs: object; outputs: object };
  const readme = text('README.md');
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) {
    assert.ok(readme.includes(`| \`${name}\` |`), `README.md has no row for ${name}`);
  }
});

test('every input of action.yml is read, and no other', () => {
  const action = parse(text('action.yml')) as { inputs: object };
  const source = text('src/action/inputs.ts');
  const read = new Set(
    [...source.matchAll(/(?:text|secret)\((?:'\w+', )?'([a-z-]+)'\)/g)].map(([, name = '']) => name),
  );
  assert.deepEqual([...read].sort(), Object.keys(action.inputs).sort());
});

test('the README begins with the two commands that need nothing', () => {
  assert.match(text('README.md').slice(0, 1500), /node dist\/mode-ingest\.mjs demo\nnpm cit\n/);
});

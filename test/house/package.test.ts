import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.ts';
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

test('every input of action.yml is read, and no other', () => {
  const action = parse(text('action.yml')) as { inputs: object };
  const read = new Set<string>();
  readInputs((name) => {
    read.add(name);
    return name === 'config' ? 'mode.yml' : '';
  });
  assert.deepEqual([...read].sort(), Object.keys(action.inputs).sort());
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { expandGlobs } from '../../src/host/expand-globs.ts';

const FILES = [
  'mode.yml',
  'config/a.yml',
  'config/b.yml',
  'config/b.json',
  'config/deep/er/c.yml',
  'config/odd (1)+[x].yml',
  'node_modules/x/d.yml',
  '.git/e.yml',
];
const folder = mkdtempSync(join(tmpdir(), 'globs-'));
const home = process.cwd();

before(() => {
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  symlinkSync('mode.yml', join(folder, 'linked.yml'));
  process.chdir(folder);
});
after(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const CASES = [
  { patterns: ['mode.yml'], files: ['mode.yml'] },
  { patterns: ['nowhere.yml'], files: ['nowhere.yml'] },
  { patterns: ['./mode.yml', 'mode.yml', '*.yml'], files: ['mode.yml', 'linked.yml'] },
  { patterns: ['config/*.yml'], files: ['config/a.yml', 'config/b.yml', 'config/odd (1)+[x].yml'] },
  { patterns: ['./config/?.yml'], files: ['config/a.yml', 'config/b.yml'] },
  { patterns: ['config/b.*', 'config/a.yml'], files: ['config/b.json', 'config/b.yml', 'config/a.yml'] },
  { patterns: ['config/**/c.yml'], files: ['config/deep/er/c.yml'] },
  { patterns: ['**/?.yml'], files: ['config/a.yml', 'config/b.yml', 'config/deep/er/c.yml'] },
  { patterns: ['config/deep/**'], files: ['config/deep/er/c.yml'] },
  { patterns: ['*/odd (1)+[x].*'], files: ['config/odd (1)+[x].yml'] },
];
for (const { patterns, files } of CASES) {
  test(`${patterns.join(' and ')} → ${files.join(', ')}`, async () => {
    assert.deepEqual(await expandGlobs(patterns, 'Look.'), files);
  });
}

test('an absolute pattern finds absolute paths', async () => {
  assert.deepEqual(await expandGlobs([`${folder}/config/?.json`], 'Look.'), [`${folder}/config/b.json`]);
});

for (const pattern of ['*.yaml', 'missing/*.yml', 'config/*/c.yml']) {
  test(`${pattern} matches nothing, which is an error`, async () => {
    const refusal = { code: 'config-not-found', exitCode: 2, next: 'Look.' };
    await assert.rejects(expandGlobs(['mode.yml', pattern], 'Look.'), refusal);
  });
}

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { VERSION } from '../../src/version.ts';

const update = process.env.UPDATE_GOLDEN === '1';
if (update) mkdirSync('test/golden', { recursive: true });

/** Holds a text against its golden file, which holds no release number. `UPDATE_GOLDEN=1` rewrites it. */
export function checkGolden(name: string, text: string): void {
  const file = `test/golden/${name}`;
  const actual = text.replaceAll(`mode-ingest ${VERSION}`, 'mode-ingest X.Y.Z');
  if (update) writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, 'utf8'), `${file}: UPDATE_GOLDEN=1 rewrites it`);
}

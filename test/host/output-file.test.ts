import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { prepareFile, writeOut } from '../../src/host/output-file.ts';

function folderFor(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'output-'));
  context.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a file is prepared in a new folder and then written', async (context) => {
  const file = join(folderFor(context), 'new', 'er', 'report.json');
  await prepareFile(file);
  assert.ok(existsSync(file));
  await writeOut(file, 'text');
  assert.equal(readFileSync(file, 'utf8'), 'text');
});

test('what stands in a file stays until it is written', async (context) => {
  const file = join(folderFor(context), 'report.json');
  writeFileSync(file, 'old');
  await prepareFile(file);
  assert.equal(readFileSync(file, 'utf8'), 'old');
});

test('what cannot be written is told before and after the work', async (context) => {
  const folder = folderFor(context);
  writeFileSync(join(folder, 'file'), '');
  const wrong = (path: string, why: RegExp) => ({
    code: 'file-unwritable',
    exitCode: 2,
    message: new RegExp(`^Cannot write ${path}: ${why.source}$`),
  });
  for (const work of [prepareFile, (path: string) => writeOut(path, 'text')]) {
    await assert.rejects(work(folder), wrong(folder, /EISDIR/));
    await assert.rejects(work(join(folder, 'file', 'x')), wrong(join(folder, 'file', 'x'), /ENOTDIR|EEXIST/));
  }
});

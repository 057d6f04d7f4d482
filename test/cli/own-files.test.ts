import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeNewFiles } from '../../src/host/new-files.ts';
import { replaceFile } from '../../src/host/replace-file.ts';

const folder = (context: TestContext): string => {
  const path = mkdtempSync(join(tmpdir(), 'own-files-'));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

test('new files are written with their folders', async (context) => {
  const top = folder(context);
  await writeNewFiles([
    { path: join(top, 'a/b.yml'), text: 'b' },
    { path: join(top, 'c.yml'), text: 'c' },
  ]);
  assert.equal(readFileSync(join(top, 'a/b.yml'), 'utf8'), 'b');
  assert.equal(readFileSync(join(top, 'c.yml'), 'utf8'), 'c');
});

const THERE: readonly (readonly [what: string, make: (path: string) => void])[] = [
  ['a file', (path) => writeFileSync(path, 'mine')],
  ['a folder', (path) => mkdirSync(path)],
  ['a link that leads nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
];
for (const [what, make] of THERE) {
  test(`${what} in the way is left, and nothing is written`, async (context) => {
    const top = folder(context);
    make(join(top, 'c.yml'));
    const files = ['a.yml', 'c.yml'].map((name) => ({ path: join(top, name), text: 'new' }));
    await assert.rejects(writeNewFiles(files), {
      code: 'file-exists',
      exitCode: 2,
      message: /c\.yml\. Nothing was written\.$/,
    });
    assert.deepEqual(readdirSync(top), ['c.yml']);
  });
}

test('what was written is taken back when a later one cannot be', async (context) => {
  const top = folder(context);
  const long = `${'x'.repeat(300)}.yml`;
  const files = [
    { path: join(top, 'a.yml'), text: 'a' },
    { path: join(top, `sub/${'y'.repeat(200)}/${long.slice(0, 40)}\0.yml`), text: 'b' },
  ];
  await assert.rejects(writeNewFiles(files));
  assert.equal(existsSync(join(top, 'a.yml')), false);
});

test('a file is replaced at once, with its rights, through its link', async (context) => {
  const top = folder(context);
  const [file, link] = [join(top, 'mode.yml'), join(top, 'link.yml')];
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  symlinkSync('mode.yml', link);
  const before = statSync(file).ino;
  await replaceFile(link, 'new');
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.notEqual(statSync(file).ino, before, 'another file took its place');
  assert.deepEqual(readdirSync(top).sort(), ['link.yml', 'mode.yml']);
});

test('a file that is not there cannot be replaced', async (context) => {
  const top = folder(context);
  await assert.rejects(replaceFile(join(top, 'no.yml'), 'new'), { code: 'file-unwritable', exitCode: 2 });
  assert.deepEqual(readdirSync(top), []);
});

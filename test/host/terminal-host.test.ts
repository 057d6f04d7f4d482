import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { createTerminalHost, type TerminalHostOptions } from '../../src/host/terminal-host.ts';

/** A host, what it wrote, and its clock. */
function terminal(options: Partial<TerminalHostOptions> = {}) {
  const written = { stderr: '' };
  const clock = { time: 0 };
  const write = (text: string) => {
    written.stderr += text;
  };
  const host = createTerminalHost({
    stderr: { write, columns: 60 },
    isTty: false,
    colour: false,
    level: 'INFO',
    now: () => clock.time,
    ...options,
  });
  return { host, written, clock };
}

/** What a terminal shows in the end of text with carriage returns and erasures. */
const seen = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('\r\u001b[2K') + 1).replace('\u001b[2K', ''))
    .join('\n');

test('notes go to standard error, findings with their place and next step', () => {
  const { host, written } = terminal();
  host.info('reading');
  host.debug('not at this level');
  host.warning('careful');
  host.error('broken');
  host.finding({
    severity: 'error',
    code: 'x',
    message: 'no such key',
    next: 'Remove it.',
    file: 'mode.yml',
    line: 3,
    column: 7,
  });
  host.finding({ severity: 'notice', code: 'y', message: 'fine', file: 'mode.yml' });
  assert.equal(
    written.stderr,
    'reading\nWarning: careful\nError: broken\nmode.yml:3:7 error: no such key (x)\n  Remove it.\nmode.yml:1:1 notice: fine (y)\n',
  );
});

const LEVELS = [
  { level: 'DEBUG', says: 'd i w e' },
  { level: 'INFO', says: 'i w e' },
  { level: 'WARN', says: 'w e' },
  { level: 'ERROR', says: 'e' },
] as const;
for (const { level, says } of LEVELS) {
  test(`at level ${level}: ${says}`, () => {
    const { host, written } = terminal({ level });
    host.debug('d');
    host.info('i');
    host.warning('w');
    host.error('e');
    assert.equal(written.stderr.replace(/\w+: /g, '').trim().replaceAll('\n', ' '), says);
  });
}

test('colour only when asked for, and never from the text', () => {
  const { host, written } = terminal({ colour: true });
  host.error('\u001b[32mgreen');
  assert.equal(written.stderr, '\u001b[31mError:\u001b[39m ␛[32mgreen\n');
});

test('secrets are masked in every form and everywhere', async () => {
  const { host, written } = terminal({ level: 'DEBUG', isTty: true });
  const [user, password] = ['token-12ab', 'p@ss w"rd/+'];
  host.mask(user);
  host.mask(password);
  host.mask('abc');
  const pair = Buffer.from(`${user}:${password}`).toString('base64');
  const base64 = Buffer.from(password).toString('base64');
  const forms = [user, password, encodeURIComponent(password), base64, pair, JSON.stringify(password)];
  for (const text of forms) {
    host.info(text);
    host.debug(text);
    host.warning(`x${text}x`);
    host.error(text);
    host.progress(text, 1, 2);
    host.finding({ severity: 'warning', code: 'c', message: text, next: text, file: text });
    await host.group(text, async () => {});
  }
  for (const form of forms) assert.ok(!written.stderr.includes(form), `${form} in ${written.stderr}`);
  assert.match(written.stderr, /^Error: \*\*\*$/m);
  host.info('abc stays');
  assert.match(written.stderr, /abc stays/);
});

test('on a terminal progress is one line, rewritten, estimated, cut, and gone in the end', async () => {
  const { host, written, clock } = terminal({ isTty: true });
  await host.group('Read', async () => {
    for (let done = 0; done < 50; done += 1) {
      clock.time += 200;
      host.progress('Reports', done, 100);
    }
    assert.equal(seen(written.stderr), 'Read\nReports 49/100, about 11 s left');
    host.info('a note');
    assert.equal(seen(written.stderr), 'Read\na note\n');
    host.progress('日本'.repeat(40), 1, null);
    clock.time += 200;
    host.progress('Reports', 51, 100);
    assert.ok(seen(written.stderr).split('\n').at(-1)?.startsWith('Reports 51/100'));
  });
  assert.equal(seen(written.stderr), 'Read\na note\n');
  const widest = Math.max(...written.stderr.split('\r\u001b[2K').map((text) => text.length));
  assert.ok(widest < 60, String(widest));
});

test('a stage that is over takes its line away, also outside a group', () => {
  const { host, written, clock } = terminal({ isTty: true });
  host.progress('Charts', 1, 2);
  clock.time += 1;
  host.progress('Charts', 2, 2);
  assert.equal(seen(written.stderr), '');
});

test('the line is not rewritten more than ten times a second', () => {
  const { host, written, clock } = terminal({ isTty: true });
  for (let done = 0; done < 1_000; done += 1) {
    clock.time += 1;
    host.progress('Charts', done, 2_000);
  }
  assert.ok(written.stderr.split('\r').length <= 12);
});

test('in a pipe a short stage is silent and a long one speaks every 10 s', () => {
  const { host, written, clock } = terminal();
  for (let second = 0; second <= 9; second += 1) {
    clock.time = second * 1_000;
    host.progress('Charts', second, 9);
  }
  assert.equal(written.stderr, '');
  for (let second = 0; second <= 45; second += 1) {
    clock.time = 20_000 + second * 1_000;
    host.progress('Reports', second, 60);
  }
  host.progress('Reports', 60, 60);
  const sofar = written.stderr;
  clock.time = 200_000;
  host.progress('Reports', 1, 2);
  assert.equal(written.stderr, sofar, 'a stage that begins again is a new one');
  assert.deepEqual(sofar.trimEnd().split('\n'), [
    'Reports 10/60, about 50 s left',
    'Reports 20/60, about 40 s left',
    'Reports 30/60, about 30 s left',
    'Reports 40/60, about 20 s left',
  ]);
});

test('a group hands on what its work brings, or throws', async () => {
  const { host, written } = terminal();
  assert.equal(await host.group('One', async () => 1), 1);
  await assert.rejects(
    host.group('Two', () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(written.stderr, 'One\nTwo\n');
});

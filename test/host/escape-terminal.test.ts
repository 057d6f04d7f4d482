import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeTerminal } from '../../src/report/escape-terminal.ts';

const CASES = [
  ['plain, grün, 日本, 👩‍👩‍👧 and שלום', 'plain, grün, 日本, 👩‍👩‍👧 and שלום'],
  ['a\tb\nc\r\nd', 'a\tb\nc\nd'],
  ['a\rb', 'a␍b'],
  ['\u001b[31mred\u001b]0;title\u0007', '␛[31mred␛]0;title␇'],
  ['\u009b2J', '\ufffd2J'],
  ['\u0000\u007f\u0008', '␀␡␈'],
  ['abc\u202etxt.exe', 'abc\ufffdtxt.exe'],
  ['half \ud83d of a pair', 'half \ufffd of a pair'],
] as const;
for (const [text, shown] of CASES) {
  test(`${JSON.stringify(text)} is shown as ${JSON.stringify(shown)}`, () => {
    assert.equal(escapeTerminal(text), shown);
  });
}

test('nothing that a terminal obeys is left, and a second time changes nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      (text) => {
        const shown = escapeTerminal(text);
        assert.doesNotMatch(shown, /[^\P{Cc}\n\t]|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u);
        assert.equal(escapeTerminal(shown), shown);
      },
    ),
    { numRuns: 500 },
  );
});

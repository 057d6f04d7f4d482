import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeCode, escapeMarkdown } from '../../src/report/escape-markdown.ts';
import { escapeMermaid } from '../../src/report/escape-mermaid.ts';
import { plainLine } from '../../src/report/plain-line.ts';
import { safeUrl } from '../../src/report/safe-url.ts';
import { hostileText } from './hostile.ts';

const cases: readonly (readonly [string, string])[] = [
  ['Weekly revenue (EU)', 'Weekly revenue (EU)'],
  ['snake_case_name', 'snake_case_name'],
  ['_emphasis_', '&#95;emphasis&#95;'],
  ['a | b', 'a &#124; b'],
  ['[x](javascript:alert(1))', '&#91;x&#93;(javascript:alert(1))'],
  ['<b>', '&#60;b&#62;'],
  ['&lt;', '&#38;lt;'],
  ['@acme/team', '@&#8203;acme/team'],
  ['#123', '&#35;&#8203;123'],
  ['GH-12', 'GH&#8203;-12'],
  ['see https://evil.example', 'see https:&#8203;//evil.example'],
  ['a_www.evil.example', 'a_www&#8203;.evil.example'],
  ['Sold: 12:tada:', 'Sold: 12:&#8203;tada:'],
  ['- item', '&#45; item'],
  ['1. item', '1&#46; item'],
  ['1.5 million', '1.5 million'],
  [':-- | --', '&#58;-- &#124; --'],
  ['Taken at 03:34:20', 'Taken at 03:34:20'],
  ['report d6c31f17a96a failed', 'report <code>d6c31f17a96a</code> failed'],
  ['0f8fad5b-d9cb-469f-a165-70867728950e', '<code>0f8fad5b-d9cb-469f-a165-70867728950e</code>'],
  ['日本deadbeef1', '日本<code>deadbeef1</code>'],
  ['acme/catalog@deadbeef1', 'acme/catalog@&#8203;<code>deadbeef1</code>'],
  ['acme/catalog#12', 'acme/catalog&#35;&#8203;12'],
  ['two\nlines', 'two lines'],
  ['\u202eevil\u0007', 'evil'],
  ['\ud800', '\ufffd'],
];

for (const [text, markdown] of cases) {
  test(`Markdown of ${JSON.stringify(text)}`, () => assert.equal(escapeMarkdown(text), markdown));
}

/** Inside `<code>` GitHub looks for addresses only: what stands there can be copied. */
const codes: readonly (readonly [string, string])[] = [
  ['d6c31f17a96a', 'd6c31f17a96a'],
  ['a#1 GH-2 :tada:', 'a&#35;1 GH-2 :tada:'],
  ['<b>`|', '&#60;b&#62;&#96;&#124;'],
  ['ada@acme.example', 'ada@&#8203;acme.example'],
  ['http://evil.example', 'http:&#8203;//evil.example'],
];

for (const [text, markdown] of codes) {
  test(`code of ${JSON.stringify(text)}`, () => assert.equal(escapeCode(text), markdown));
}

const decode = (markdown: string): string =>
  markdown
    .replace(/<\/?code>/g, '')
    .replaceAll('&#8203;', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

test('escaped Markdown says what the text said, and nothing else', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const markdown = escapeMarkdown(text);
      assert.equal(decode(markdown), plainLine(text));
      assert.doesNotMatch(
        markdown.replace(/&#\d+;/g, '·').replace(/<code>[\da-f-]+<\/code>/gi, '·'),
        /[|<>`*[\]~\\$&]|#\w|@\w|:\/\/|\n/,
      );
      assert.doesNotMatch(markdown, /@(?!&#8203;)/);
    }),
  );
});

test('a plain line is one line of what can be seen, no longer than asked', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 30 }), (text, max) => {
      const line = plainLine(text, max);
      assert.ok([...line].length <= max);
      assert.doesNotMatch(line, /\p{Cc}|\p{Cs}|(?![\u200c\u200d])\p{Cf}/u);
      assert.equal(plainLine(line, max), line);
    }),
  );
});

test('a long line ends in an ellipsis and cuts no character in two', () => {
  assert.equal(plainLine('👍👍👍👍', 3), '👍👍…');
  assert.equal(plainLine('👍👍👍', 3), '👍👍👍');
});

test('a Mermaid label holds no sign of Mermaid', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const label = escapeMermaid(text);
      assert.doesNotMatch(label.replace(/#\d+;/g, ''), /["<>&`#:;%{}[\]|\\\n]/);
    }),
  );
  assert.equal(escapeMermaid('1. "x"'), '1#46; #34;x#34;');
  assert.equal(escapeMermaid('style fa:fa-user'), 'style fa#58;fa-user');
});

const urls: readonly (readonly [string | null, string | null])[] = [
  ['https://app.mode.com/acme/reports/a1', 'https://app.mode.com/acme/reports/a1'],
  ['http://localhost:8585', 'http://localhost:8585/'],
  ['https://x.example/a(b) c|d', 'https://x.example/a%28b%29%20c%7Cd'],
  ['https://x.example/?q=<a>"`', 'https://x.example/?q=%3Ca%3E%22%60'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//evil.example', null],
  ['https://user:secret@x.example/', null],
  [`https://x.example/${'a'.repeat(3000)}`, null],
  ['not an address', null],
  [null, null],
];

for (const [text, url] of urls) {
  test(`the link of ${text?.slice(0, 40)} is ${url}`, () => assert.equal(safeUrl(text), url));
}

test('no address breaks out of its link', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const url = safeUrl(`https://app.mode.com/${text}`);
      if (url !== null) assert.match(url, /^https:\/\/app\.mode\.com\/[\w\-.~:/?#@!&+,;=%]*$/);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compilePattern } from '../../src/config/pattern/compile-pattern.ts';
import { PatternError } from '../../src/config/pattern/pattern-error.ts';

type Row = readonly [pattern: string, yes: readonly string[], no: readonly string[]];

/** What Python 3.12's `re.match(pattern, name, re.IGNORECASE)` says. */
const ROWS: readonly Row[] = [
  ['Finance', ['Finance', 'finance 2', 'FINANCE'], ['My Finance', 'Financ']],
  ['.*Finance.*', ['My Finance'], ['My\nFinance']],
  ['Finance$', ['Finance', 'Finance\n'], ['Finance 2', 'Finance\n\n']],
  ['Finance\\Z', ['Finance'], ['Finance\n']],
  ['\\AFinance', ['Finance'], ['x']],
  ['', ['', 'anything'], []],
  ['(?i)abc', ['ABC'], []],
  ['(?s).+b', ['\nb'], []],
  ['(?m).*\\n^b$', ['a\nb\nc'], ['a\nbc']],
  ['(?im)x', ['X'], []],
  ['(?-i:abc)d', ['abcD'], ['ABCd']],
  ['(?P<n>a)(?:b|c)', ['ab', 'AC'], ['ad']],
  ['a(?#note)b', ['ab'], ['a']],
  ['a(?#note){2}$', ['aa'], ['a']],
  ['[ſ]İ', ['si'], ['sx']],
  ['a{2}$', ['aa'], ['a', 'aaa']],
  ['a{,2}$', ['', 'aa'], ['aaa']],
  ['a{2,}?$', ['aa', 'aaaa'], ['a']],
  ['a{x}', ['a{x}'], ['a']],
  ['{id}', ['{id}'], []],
  ['[]a]+$', [']a'], ['b']],
  ['[^]a]', ['b'], [']', 'A']],
  ['[a-c-]+$', ['a-c'], ['d']],
  ['[\\w.]+$', ['a.b'], ['a b']],
  ['[\\b]', ['\b'], ['b']],
  ['\\d+$', ['12', '١٢'], ['x']],
  ['\\w+$', ['Größe_1', '報告'], ['a-b']],
  ['\\s\\S', [' a', '\u00a0a', '\u0085a'], ['\ufeffa']],
  ['.*\\bsales\\b', ['my sales report'], ['mysales']],
  ['a\\Bb', ['ab'], []],
  ['groß', ['GROß'], ['gross']],
  ['σας', ['ΣΑΣ', 'σασ'], []],
  ['É', ['é'], ['e']],
  ['[à-ü]', ['É'], ['e']],
  ['[^a]', ['b'], ['A', 'a']],
  ['\\x41\\u0042\\103', ['abc'], ['ab']],
  ['\\.\\*\\[', ['.*['], ['a']],
  ['😀.$', ['😀😀'], ['😀']],
  ['a|b|', ['', 'c'], []],
  ['(?:(?:a*)*)*$', ['', 'aaa'], ['b']],
  ['^^a$$', ['a'], []],
];

for (const [pattern, yes, no] of ROWS) {
  test(`${JSON.stringify(pattern)} matches as in Python`, () => {
    const matches = compilePattern(pattern);
    for (const name of yes) assert.equal(matches(name), true, JSON.stringify(name));
    for (const name of no) assert.equal(matches(name), false, JSON.stringify(name));
  });
}

const REFUSED: readonly (readonly [pattern: string, code: string])[] = [
  ['*a', 'pattern-invalid'],
  ['a**', 'pattern-invalid'],
  ['a{2}{3}', 'pattern-invalid'],
  ['(a', 'pattern-invalid'],
  ['a)', 'pattern-invalid'],
  ['[a', 'pattern-invalid'],
  ['[z-a]', 'pattern-invalid'],
  ['[a-\\d]', 'pattern-invalid'],
  ['a\\', 'pattern-invalid'],
  ['\\q', 'pattern-invalid'],
  ['(?<n>a)', 'pattern-invalid'],
  ['(?x)a', 'pattern-invalid'],
  ['a(?i)b', 'pattern-invalid'],
  ['(?z)', 'pattern-invalid'],
  ['a{3,2}', 'pattern-invalid'],
  ['a{1001}', 'pattern-invalid'],
  ['(?:a{1000}){1000}', 'pattern-invalid'],
  ['(?:(?:(?:){1000}){1000}){1000}', 'pattern-invalid'],
  ['(?:(?:(?:a?){1000}){1000}){1000}', 'pattern-invalid'],
  [`${'a'.repeat(1001)}`, 'pattern-invalid'],
  ['(a)\\1', 'pattern-unsupported'],
  ['(?P<n>a)(?P=n)', 'pattern-unsupported'],
  ['(?=a)', 'pattern-unsupported'],
  ['(?!a)', 'pattern-unsupported'],
  ['(?<=a)b', 'pattern-unsupported'],
  ['(?<!a)b', 'pattern-unsupported'],
  ['(?>a)', 'pattern-unsupported'],
  ['a++', 'pattern-unsupported'],
  ['(a)?(?(1)b|c)', 'pattern-unsupported'],
];
for (const [pattern, code] of REFUSED) {
  test(`${pattern.slice(0, 40)} is refused as ${code}`, () => {
    assert.throws(
      () => compilePattern(pattern),
      (error) => error instanceof PatternError && error.code === code && error.next !== '',
    );
  });
}

/**
 * Patterns that JavaScript and Python read alike, but for `$`, which holds before a last line break in Python. Small ones:
 * JavaScript tries the ways one after the other, and does not come back from large ones.
 */
const patterns = (letters: readonly string[], classes: readonly string[]) =>
  fc.letrec<{ part: string; sequence: string; pattern: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 2 },
      fc.constantFrom(...letters, ...classes, '.', '^', '$'),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{0,2}', '{1,}?'))
        .map(([inner, repeat]) => `(?:${inner})${repeat}`),
      tie('pattern').map((inner) => `(${inner})`),
    ),
    sequence: fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
    pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((branches) => branches.join('|')),
  })).pattern;

const agree = (letters: readonly string[], classes: readonly string[], others: readonly string[]) =>
  fc.property(
    patterns(letters, classes),
    fc.string({ unit: fc.constantFrom(...letters, ...others), maxLength: 6 }),
    (pattern, name) => {
      const inJavaScript = new RegExp(`^(?:${pattern.replaceAll('$', '(?=\\n?(?![\\s\\S]))')})`, 'iu');
      assert.equal(compilePattern(pattern)(name), inJavaScript.test(name));
    },
  );

test('ASCII patterns match as in JavaScript', () => {
  const classes = [
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\b',
    '\\B',
    '[a-c]',
    '[^b]',
    '[^\\d_]',
    '[A-]',
    '\\.',
  ];
  fc.assert(agree(['a', 'b', 'C', '1'], classes, ['\n', ' ', '_', '.', 'B']), { numRuns: 3000 });
});

test('patterns of all scripts match as in JavaScript', () => {
  const classes = ['[à-ü]', '[^é]', '[σß]', '\\u00c9', '[k-s]'];
  fc.assert(agree(['é', 'É', 'σ', 'ß', '報'], classes, ['ς', 'ſ', 'K', '😀', 'ẞ', 'Σ', 's']), {
    numRuns: 3000,
  });
});

for (const pattern of ['(a+)+$', '(a|aa)+$', '(.*a){20}$', '(a*)*(a*)*b', '(?:a?){500}a{500}$']) {
  test(`${pattern} on a long name ends at once`, () => {
    const started = performance.now();
    compilePattern(pattern)(`${'a'.repeat(5_000)}!`);
    assert.ok(performance.now() - started < 2_000);
  });
}

import { cases, fold } from './case-fold.ts';
import type { CharTest } from './syntax.ts';

const NEWLINE = 0x0a;

const unicode =
  (set: RegExp): CharTest =>
  (codePoint) =>
    set.test(String.fromCodePoint(codePoint));

/** Python's `\d`, `\w` and `\s` of text patterns: Unicode's digits, letters and numbers with `_`, and white space. */
const digit = unicode(/^\p{Nd}$/u);
export const word = unicode(/^[\p{L}\p{N}_]$/u);
export const range =
  (first: number, last: number): CharTest =>
  (codePoint) =>
    codePoint >= first && codePoint <= last;

const blank = unicode(/^\s$/u);
/** Without U+FEFF, which is white space to JavaScript only; with the separators that are so to Python only. */
const space: CharTest = (codePoint) =>
  codePoint === 0x85 || range(0x1c, 0x1f)(codePoint) || (codePoint !== 0xfeff && blank(codePoint));

export const not =
  (test: CharTest): CharTest =>
  (codePoint) =>
    !test(codePoint);

/** The classes that a backslash begins. */
export const CLASSES: Readonly<Record<string, CharTest>> = {
  d: digit,
  D: not(digit),
  w: word,
  W: not(word),
  s: space,
  S: not(space),
};

export const anyChar: CharTest = () => true;
export const anyButNewline: CharTest = (codePoint) => codePoint !== NEWLINE;

export function literal(wanted: number, ignoreCase: boolean): CharTest {
  if (!ignoreCase) return (codePoint) => codePoint === wanted;
  const folded = fold(wanted);
  return (codePoint) => codePoint === wanted || fold(codePoint) === folded;
}

/** A class in brackets. Where case does not count, every case of the letter is tried before the class is turned round. */
export function oneOf(tests: readonly CharTest[], negated: boolean, ignoreCase: boolean): CharTest {
  const holds: CharTest = (codePoint) => tests.some((test) => test(codePoint));
  const any: CharTest = ignoreCase ? (codePoint) => cases(codePoint).some(holds) : holds;
  return negated ? not(any) : any;
}

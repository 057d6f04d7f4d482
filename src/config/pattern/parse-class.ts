import { CLASSES, literal, oneOf, range } from './char-tests.ts';
import { invalid } from './pattern-error.ts';
import type { PatternReader } from './pattern-reader.ts';
import type { CharTest } from './syntax.ts';

const CONTROL: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** What follows a backslash that names one character: its code point. `\b` means backspace in a class only. */
export function escapedChar(reader: PatternReader): number {
  const hex = reader.takeMatch(/^(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))/i);
  const octal = hex === null ? reader.takeMatch(/^(?:0[0-7]{0,2}|[1-3][0-7]{2})/) : null;
  if (hex !== null) return valid(Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16));
  if (octal !== null) return Number.parseInt(octal[0], 8);
  const character = reader.next();
  if (character === '') throw invalid('a backslash stands at its end');
  const control = Object.hasOwn(CONTROL, character) ? CONTROL[character] : undefined;
  if (control !== undefined) return control;
  if (/^[A-Za-z\d]$/.test(character)) throw invalid(`Python knows no escape \\${character}`);
  return character.codePointAt(0) ?? 0;
}

function valid(codePoint: number): number {
  if (codePoint > 0x10ffff) throw invalid('a character number is too large');
  return codePoint;
}

/** A class in brackets, after its opening one. */
export function parseClass(reader: PatternReader, ignoreCase: boolean): CharTest {
  const negated = reader.take('^');
  const tests: CharTest[] = [];
  for (let first = true; first || reader.peek() !== ']'; first = false) {
    const from = classItem(reader);
    if (reader.peek() !== '-' || reader.peek(1) === ']' || reader.peek(1) === '') {
      tests.push(typeof from === 'number' ? literal(from, ignoreCase) : from);
      continue;
    }
    reader.next();
    const to = classItem(reader);
    if (typeof from !== 'number' || typeof to !== 'number' || from > to)
      throw invalid('a range in brackets does not go from a lower to a higher character');
    tests.push(range(from, to));
  }
  reader.next();
  return oneOf(tests, negated, ignoreCase);
}

function classItem(reader: PatternReader): number | CharTest {
  const character = reader.next();
  if (character === '') throw invalid('a bracket `[` is not closed');
  if (character !== '\\') return character.codePointAt(0) ?? 0;
  const known = Object.hasOwn(CLASSES, reader.peek()) ? CLASSES[reader.peek()] : undefined;
  if (known === undefined) return escapedChar(reader);
  reader.next();
  return known;
}

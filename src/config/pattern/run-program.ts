import type { Program } from './build-program.ts';
import { word } from './char-tests.ts';
import type { Assertion } from './syntax.ts';

/** The character that stands before the text and after it. */
const NONE = -1;
const NEWLINE = 0x0a;

/** What an assertion looks at, at one place of the text. */
interface Spot {
  readonly before: number;
  readonly after: number;
  /** Nothing, or one line break, is left. */
  readonly nearEnd: boolean;
}

/**
 * Whether the program matches at the start of a text, not necessarily to its end. All ways are walked at once, each step once a
 * character, so the time is the text's length times the program's, whatever the pattern.
 */
export function matchesAtStart({ steps, start }: Program, text: string): boolean {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const seen = new Int32Array(steps.length).fill(-1);
  let waiting = [start];
  for (let at = 0; at <= points.length; at += 1) {
    const after = points[at] ?? NONE;
    const left = points.length - at;
    const spot: Spot = {
      before: points[at - 1] ?? NONE,
      after,
      nearEnd: left === 0 || (left === 1 && after === NEWLINE),
    };
    const next: number[] = [];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const step = steps[index];
      if (step === undefined || seen[index] === at) continue;
      seen[index] = at;
      if (step.kind === 'match') return true;
      if (step.kind === 'fork') waiting.push(...step.ways);
      else if (step.kind === 'assert' && holds(step.assertion, spot)) waiting.push(step.then);
      else if (step.kind === 'char' && after !== NONE && step.test(after)) next.push(step.then);
    }
    if (next.length === 0) return false;
    waiting = next;
  }
  return false;
}

function holds(assertion: Assertion, { before, after, nearEnd }: Spot): boolean {
  switch (assertion) {
    case 'textStart':
      return before === NONE;
    case 'textEnd':
      return after === NONE;
    case 'textOrLineEnd':
      return nearEnd;
    case 'lineStart':
      return before === NONE || before === NEWLINE;
    case 'lineEnd':
      return after === NONE || after === NEWLINE;
    case 'wordEdge':
      return isWord(before) !== isWord(after);
    case 'noWordEdge':
      return isWord(before) === isWord(after);
  }
}

const isWord = (codePoint: number): boolean => codePoint !== NONE && word(codePoint);

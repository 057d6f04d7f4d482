import { anyButNewline, anyChar, CLASSES, literal } from './char-tests.ts';
import { escapedChar, parseClass } from './parse-class.ts';
import { skipComments, startGroup } from './parse-group.ts';
import { invalid, unsupported } from './pattern-error.ts';
import { PatternReader } from './pattern-reader.ts';
import type { Assertion, CharTest, Flags, Pattern } from './syntax.ts';

/** Longer than any filter, and the bound of the parser's depth. */
const MOST_CHARACTERS = 1000;
const MOST_REPEATS = 1000;

const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  A: 'textStart',
  Z: 'textEnd',
  b: 'wordEdge',
  B: 'noWordEdge',
};

const char = (test: CharTest): Pattern => ({ kind: 'char', test });
const assert = (assertion: Assertion): Pattern => ({ kind: 'assert', assertion });

/**
 * A regular expression in Python's syntax (`re` of 3.12, text patterns) to its tree; lazy or greedy is all the same to a yes or no.
 * @throws PatternError for what is no expression, or has what linear matching cannot hold.
 */
export function parsePattern(source: string, flags: Flags): Pattern {
  if (source.length > MOST_CHARACTERS) throw invalid(`it has more than ${MOST_CHARACTERS} characters`);
  const reader = new PatternReader(source);
  let global = flags;
  // Flags count for the whole expression, and stand at its start.
  while (reader.peek() === '(' && reader.peek(1) === '?' && /[a-zA-Z)]/.test(reader.peek(2))) {
    const flagsOnly = reader.takeMatch(/^\(\?[a-zA-Z]+\)/);
    if (flagsOnly === null) break;
    const start = startGroup(new PatternReader(flagsOnly[0].slice(1)), global);
    if (start.kind === 'flags') global = start.flags;
  }
  const pattern = parseEither(reader, global);
  if (!reader.done) throw invalid('a bracket `)` was not opened');
  return pattern;
}

function parseEither(reader: PatternReader, flags: Flags): Pattern {
  const branches = [parseSequence(reader, flags)];
  while (reader.take('|')) branches.push(parseSequence(reader, flags));
  const [only] = branches;
  return branches.length === 1 && only !== undefined ? only : { kind: 'either', branches };
}

function parseSequence(reader: PatternReader, flags: Flags): Pattern {
  const parts: Pattern[] = [];
  skipComments(reader);
  while (!reader.done && reader.peek() !== '|' && reader.peek() !== ')') {
    parts.push(parseRepeat(reader, parsePart(reader, flags)));
    skipComments(reader);
  }
  return { kind: 'sequence', parts };
}

function parsePart(reader: PatternReader, flags: Flags): Pattern {
  if (takeRepeat(reader) !== null)
    throw invalid(
      'there is nothing before `*`, `+`, `?` or `{…}` to repeat',
      'Any text is `.*`: patterns are regular expressions of Python.',
    );
  const character = reader.next();
  if (character === '(') return parseGroup(reader, flags);
  if (character === '[') return char(parseClass(reader, flags.ignoreCase));
  if (character === '.') return char(flags.dotAll ? anyChar : anyButNewline);
  if (character === '^') return assert(flags.multiline ? 'lineStart' : 'textStart');
  if (character === '$') return assert(flags.multiline ? 'lineEnd' : 'textOrLineEnd');
  if (character === '\\') return parseEscape(reader, flags);
  return char(literal(character.codePointAt(0) ?? 0, flags.ignoreCase));
}

function parseGroup(reader: PatternReader, flags: Flags): Pattern {
  const start = startGroup(reader, flags);
  if (start.kind === 'flags') throw invalid('flags such as (?i) stand at the start only');
  const group = parseEither(reader, start.flags);
  if (!reader.take(')')) throw invalid('a bracket `(` is not closed');
  return group;
}

function parseEscape(reader: PatternReader, flags: Flags): Pattern {
  const letter = reader.peek();
  const assertion = Object.hasOwn(ASSERTIONS, letter) ? ASSERTIONS[letter] : undefined;
  const known = Object.hasOwn(CLASSES, letter) ? CLASSES[letter] : undefined;
  if (assertion !== undefined || known !== undefined) reader.next();
  if (assertion !== undefined) return assert(assertion);
  if (known !== undefined) return char(known);
  const isOctal = /^[1-3][0-7]{2}$/.test(letter + reader.peek(1) + reader.peek(2));
  if (/^[1-9]$/.test(letter) && !isOctal)
    throw unsupported('a back reference', 'Write the alternatives out.');
  return char(literal(escapedChar(reader), flags.ignoreCase));
}

function parseRepeat(reader: PatternReader, part: Pattern): Pattern {
  skipComments(reader);
  const times = takeRepeat(reader);
  if (times === null) return part;
  if (reader.take('+')) throw unsupported('a possessive repeat', 'Leave the last `+` out.');
  reader.take('?');
  if (takeRepeat(reader) !== null)
    throw invalid('a repeat is repeated', 'Put the first one in brackets: (?:…).');
  const { least, most } = times;
  if (least > most) throw invalid('a repeat has its larger number first');
  if (least > MOST_REPEATS || (most > MOST_REPEATS && most !== Number.POSITIVE_INFINITY))
    throw invalid(`it repeats more than ${MOST_REPEATS} times`, 'Use `*` or `+`.');
  return { kind: 'repeat', part, least, most };
}

/** `*`, `+`, `?` or `{m,n}`. A brace that is no repeat stands for itself, as in Python. */
function takeRepeat(reader: PatternReader): { readonly least: number; readonly most: number } | null {
  const infinite = Number.POSITIVE_INFINITY;
  if (reader.take('*')) return { least: 0, most: infinite };
  if (reader.take('+')) return { least: 1, most: infinite };
  if (reader.take('?')) return { least: 0, most: 1 };
  const counted = reader.takeMatch(/^\{(?:(\d+)|(\d*),(\d*))\}/);
  if (counted === null) return null;
  const [, exactly, least = '', most = ''] = counted;
  if (exactly !== undefined) return { least: Number(exactly), most: Number(exactly) };
  return { least: Number(least), most: most === '' ? infinite : Number(most) };
}

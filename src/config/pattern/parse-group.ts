import { invalid, unsupported } from './pattern-error.ts';
import type { PatternReader } from './pattern-reader.ts';
import type { Flags } from './syntax.ts';

/** How a bracket `(` begins: a group under its flags, or flags for the rest. */
export interface GroupStart {
  readonly kind: 'group' | 'flags';
  readonly flags: Flags;
}

const LOOKAROUND_NEXT = 'Use excludes for what must not match.';

/** What follows a bracket `(`, up to the group's contents. */
export function startGroup(reader: PatternReader, flags: Flags): GroupStart {
  if (!reader.take('?')) return { kind: 'group', flags };
  if (reader.take(':') || reader.takeMatch(/^P<[\p{L}_][\p{L}\p{N}_]*>/u) !== null)
    return { kind: 'group', flags };
  if (reader.takeMatch(/^<?[=!]/) !== null) throw unsupported('a look-ahead or look-behind', LOOKAROUND_NEXT);
  if (reader.take('P=')) throw unsupported('a back reference', 'Write the alternatives out.');
  if (reader.take('>')) throw unsupported('an atomic group', 'Write (?:…).');
  if (reader.take('(')) throw unsupported('a condition', 'Write the alternatives out.');
  if (reader.take('<')) throw invalid('Python writes a named group (?P<name>…)');

  const switches = reader.takeMatch(/^([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/);
  if (switches === null) throw invalid('`(?` begins nothing that Python knows');
  const [, on = '', off = '', end] = switches;
  const changed = switched(switched(flags, on, true), off, false);
  return { kind: end === ':' ? 'group' : 'flags', flags: changed };
}

function switched(flags: Flags, letters: string, to: boolean): Flags {
  let changed = flags;
  for (const letter of letters) {
    if (letter === 'i') changed = { ...changed, ignoreCase: to };
    else if (letter === 's') changed = { ...changed, dotAll: to };
    else if (letter === 'm') changed = { ...changed, multiline: to };
    // Text patterns are Unicode's anyway.
    else if (letter !== 'u' || !to)
      throw invalid(`the flag ${letter} is not supported`, 'Use the flags i, s and m.');
  }
  return changed;
}

/** Python reads as if `(?#…)` were not there. */
export function skipComments(reader: PatternReader): void {
  while (reader.take('(?#')) {
    while (!reader.done && reader.peek() !== ')') reader.next();
    if (reader.next() === '') throw invalid('a comment `(?#` is not closed');
  }
}

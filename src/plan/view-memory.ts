/**
 * What a mark remembers of a dashboard's views. Mode counts views since ever and OpenMetadata wants those of a day, so that a run must
 * know where the last one was. `base` is Mode's counter before everything that the catalog has recorded since `day`: the views
 * recorded then are `counter - base`, however often a run works that out.
 */
export interface ViewMemory {
  readonly base: number;
  /** Days since 1970-01-01, UTC. */
  readonly day: number;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const DAY = 3;
const BASE = 5;
const LENGTH = DAY + BASE;
/** Also the year 2676. */
const NONE = '-'.repeat(LENGTH);

/** The largest counter that fits. */
export const MOST_VIEWS = DIGITS.length ** BASE - 1;

/** A dashboard's mark ends with the memory. Null when it has none. The mark must be one of ours. */
export function viewMemoryOf(mark: string): ViewMemory | null {
  const tail = mark.slice(-LENGTH);
  return tail === NONE ? null : { day: number(tail.slice(0, DAY)), base: number(tail.slice(DAY)) };
}

/** The mark with another memory. */
export const withViewMemory = (mark: string, { day, base }: ViewMemory): string =>
  mark.slice(0, -LENGTH) + digits(day, DAY) + digits(base, BASE);

/** The mark with the memory of the one that is stored; null for one that is not ours. */
export const keepViewMemory = (mark: string, stored: string | null): string =>
  mark.slice(0, -LENGTH) + (stored === null ? NONE : stored.slice(-LENGTH));

function digits(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / DIGITS.length))
    text = DIGITS.charAt(rest % DIGITS.length) + text;
  return text;
}

/** What is no digit counts as zero: marks of before this memory end in other letters. */
const number = (text: string): number =>
  [...text].reduce((sum, digit) => sum * DIGITS.length + Math.max(0, DIGITS.indexOf(digit)), 0);

import { squash } from './did-you-mean.ts';

/** The key itself, or the one that is written in snake case; null for an unknown one. */
export function knownKey(written: string, known: readonly string[]): string | null {
  if (known.includes(written)) return written;
  if (!/^[a-z0-9]+(_[a-z0-9]+)+$/.test(written)) return null;
  return known.find((key) => squash(key) === squash(written)) ?? null;
}

/** The other spellings of a key as one regular expression: what `knownKey` takes for it, but the key itself. */
export const otherSpellings = (key: string): string =>
  `^(?=.*_)${key.includes('_') ? `(?!${key}$)` : ''}${[...squash(key)].join('_?')}$`;

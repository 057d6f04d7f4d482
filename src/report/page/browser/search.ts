import type { Kind } from '../page-data.ts';
import type { Asset } from './catalog.ts';

export interface Found {
  readonly assets: readonly Asset[];
  /** How many there are in all. */
  readonly total: number;
}

interface Entry {
  readonly asset: Asset;
  readonly name: string;
  /** Where else a word may be: the collection, the dashboard, the FQN. */
  readonly rest: string;
}

/** Looks names up: every word must be there, in the name or beside it. Best first: as a whole, at the start, at a word's start. */
export function createSearch(
  assets: readonly Asset[],
): (text: string, kind: Kind | null, most: number) => Found {
  const entries = assets.map(
    (asset): Entry => ({
      asset,
      name: asset.name.toLowerCase(),
      rest: `${asset.project} ${asset.parent?.name ?? ''} ${asset.fqn}`.toLowerCase(),
    }),
  );
  return (text, kind, most) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const whole = words.join(' ');
    const found: { readonly asset: Asset; readonly rank: number }[] = [];
    for (const entry of entries) {
      if (kind !== null && entry.asset.kind !== kind) continue;
      const rank = rankOf(entry, words, whole);
      if (rank !== null) found.push({ asset: entry.asset, rank });
    }
    // The order of the assets breaks ties: sorting is stable.
    found.sort((one, other) => one.rank - other.rank);
    return { assets: found.slice(0, most).map(({ asset }) => asset), total: found.length };
  };
}

function rankOf({ name, rest }: Entry, words: readonly string[], whole: string): number | null {
  if (!words.every((word) => name.includes(word) || rest.includes(word))) return null;
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  if (words.every((word) => startsWord(name, word))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : 4;
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  return false;
}

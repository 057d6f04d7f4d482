import type { Kind } from '../page-data.ts';
import type { Asset } from './catalog.ts';

export interface Found {
  readonly assets: readonly Asset[];
  /** How many there are in all. */
  readonly total: number;
}

/** Of what fits as well: dashboards are what most look for. */
const ORDER: readonly Kind[] = ['dashboard', 'dashboardDataModel', 'table', 'chart'];

interface Entry {
  readonly asset: Asset;
  readonly name: string;
  /** Where else a word may be: the collection, the dashboard, the FQN. */
  readonly rest: string;
}

/** Looks names up: every word must be there, in the name or beside it. Best first: as a whole, at the start, as words, at the start of words. */
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
    // What is alike stays in the order of the assets: sorting is stable.
    found.sort(
      (one, other) =>
        one.rank - other.rank || ORDER.indexOf(one.asset.kind) - ORDER.indexOf(other.asset.kind),
    );
    return { assets: found.slice(0, most).map(({ asset }) => asset), total: found.length };
  };
}

function rankOf({ name, rest }: Entry, words: readonly string[], whole: string): number | null {
  if (!words.every((word) => name.includes(word) || rest.includes(word))) return null;
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  return Math.max(...words.map((word) => rankIn(name, word)));
}

/** 2 for a word of the name, 3 for the beginning of one, 4 for any part of it, 5 when it is not there. */
function rankIn(name: string, word: string): number {
  let rank = 5;
  for (let at = name.indexOf(word); at !== -1 && rank > 2; at = name.indexOf(word, at + 1)) {
    const begins = isBetweenWords(name[at - 1]);
    const ends = isBetweenWords(name[at + word.length]);
    rank = Math.min(rank, begins && ends ? 2 : begins ? 3 : 4);
  }
  return rank;
}

const isBetweenWords = (character: string | undefined): boolean =>
  character === undefined || !/[\p{L}\p{N}]/u.test(character);

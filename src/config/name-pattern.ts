import { type FilterDecision, KEEP_ALL, type NameFilter } from './name-filter.ts';

/** One compiled regular expression, and how it was written. */
export interface NamePattern {
  readonly source: string;
  readonly matches: (name: string) => boolean;
}

const MOST_NAMED = 3;

/**
 * OpenMetadata's rule for includes and excludes: kept is what an include matches (where there are any) and no exclude matches. A
 * name that is missing is dropped as soon as there is a pattern.
 */
export function nameFilter(patterns: {
  readonly includes: readonly NamePattern[];
  readonly excludes: readonly NamePattern[];
}): NameFilter {
  const { includes, excludes } = patterns;
  if (includes.length === 0 && excludes.length === 0) return KEEP_ALL;
  const decide = (name: string | null): FilterDecision => {
    if (name === null || name === '') return dropped('it has no name that a pattern could match');
    if (includes.length > 0 && !includes.some(({ matches }) => matches(name)))
      return dropped(`not included by ${named(includes)}`);
    const exclude = excludes.find(({ matches }) => matches(name));
    return exclude === undefined ? { kept: true } : dropped(`excluded by \`${exclude.source}\``);
  };
  const sources = [includes, excludes].map((patterns) => patterns.map(({ source }) => source));
  return {
    isEmpty: false,
    text: JSON.stringify(sources),
    patterns: [
      ...includes.map((pattern) => ({ ...pattern, list: 'includes' as const })),
      ...excludes.map((pattern) => ({ ...pattern, list: 'excludes' as const })),
    ],
    decide,
  };
}

const dropped = (because: string): FilterDecision => ({ kept: false, because });

function named(patterns: readonly NamePattern[]): string {
  const shown = patterns.slice(0, MOST_NAMED).map(({ source }) => `\`${source}\``);
  const more = patterns.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** What a search tells: the hits that it shows, and whether these are all. */
export interface SearchAnswer {
  readonly fqns: readonly string[];
  readonly complete: boolean;
}

/** The digits that a day may have in each of its eight places, the newest first. */
const DIGITS_OF_DAY = ['21', '09', '9876543210', '9876543210', '10', '9876543210', '3210', '9876543210'];

/**
 * The hits among which the newest shard of a day is, when the search for the whole family shows only some of them: the wildcard is
 * made longer digit by digit, from the newest, until the answer is whole. It costs some thirty searches at the most, and no more when
 * there are thousands of shards. Undefined when the search engine does not answer; null when no shard is named by a day.
 */
export async function narrowShards(
  wildcard: string,
  search: (wildcard: string) => Promise<SearchAnswer | undefined>,
): Promise<readonly string[] | undefined | null> {
  const known = /\d*(?=\*$)/.exec(wildcard)?.[0].length ?? 0;
  const [digits, ...places] = DIGITS_OF_DAY.slice(known);
  if (digits === undefined) return null;
  for (const digit of digits) {
    const longer = `${wildcard.slice(0, -1)}${digit}*`;
    const answer = await search(longer);
    if (answer === undefined) return undefined;
    if (answer.complete && answer.fqns.length === 0) continue;
    if (answer.complete || places.length === 0) return answer.fqns;
    const newest = await narrowShards(longer, search);
    if (newest !== null) return newest;
  }
  return null;
}

/** The known word that a misspelt one most likely means; null when none is near. */
export function didYouMean(word: string, known: Iterable<string>): string | null {
  const wanted = squash(word);
  if (wanted.length > 64) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, squash(candidate));
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Without what spellings differ in: case, blanks, underscores and hyphens. */
export const squash = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, '');

/** Levenshtein's distance with a swap of neighbours counted as one (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min(cell(row, j) + 1, cell(next, j - 1) + 1, cell(row, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, cell(before, j - 2) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return cell(row, to.length);
}

const cell = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;

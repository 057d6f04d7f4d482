/** Characters of what two texts share that are shown before they part. */
const LEAD = 30;

/** Two texts from shortly before they part, so that a change far into a long text can be seen when the texts are cut. */
export function difference(before: string, after: string): readonly [before: string, after: string] {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  if (same < 2 * LEAD) return [before, after];
  // From a whole word, where there is one.
  const blank = before.indexOf(' ', same - LEAD) + 1;
  const from = blank > 0 && blank <= same ? blank : same - LEAD;
  return [`…${before.slice(from)}`, `…${after.slice(from)}`];
}

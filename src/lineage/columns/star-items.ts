import { joined, NO_ORIGINS } from './origins.ts';
import type { Merged, Scope } from './scope.ts';
import { CERTAINTY, type Field, type Found, type Item, isHole, type Shape } from './shape.ts';

/** What `*` stands for: columns of USING come first and once. */
export function starItems({ merged, relations }: Scope): Shape {
  const first = [...merged.values()].map(mergedField);
  return [
    ...first,
    ...relations.flatMap((relation) => relation.shape.map((item) => withoutMerged(item, merged))),
  ].filter((item) => item !== null);
}

const mergedField = ({ name, relations }: Merged): Field => {
  const parts = relations.map((relation) => relation.find(name)?.origins ?? NO_ORIGINS);
  const known = relations
    .flatMap((relation) => relation.shape)
    .find((item) => !isHole(item) && item.name?.toLowerCase() === name.toLowerCase());
  return { name: (known === undefined || isHole(known) ? null : known.name) ?? name, origins: joined(parts) };
};

function withoutMerged(item: Item, merged: ReadonlyMap<string, Merged>): Item | null {
  if (merged.size === 0) return item;
  const isMerged = (name: string | null): boolean => name !== null && merged.has(name.toLowerCase());
  if (!isHole(item)) return isMerged(item.name) ? null : item;
  return { find: (name) => (isMerged(name) ? null : item.find(name)) };
}

/** How `* EXCEPT … REPLACE … RENAME` changes what a star stands for. */
export interface StarChanges {
  /** In lower case. */
  readonly left: ReadonlySet<string>;
  /** New fields by the name that they replace, in lower case. */
  readonly replaced: ReadonlyMap<string, Field>;
  /** New names by the old one, in lower case. */
  readonly renamed: ReadonlyMap<string, string>;
}

export const changedItems = (shape: Shape, changes: StarChanges): Shape =>
  shape.map((item) => changed(item, changes)).filter((item) => item !== null);

function changed(item: Item, { left, replaced, renamed }: StarChanges): Item | null {
  if (!isHole(item)) {
    const name = item.name?.toLowerCase() ?? '';
    if (left.has(name)) return null;
    const made = replaced.get(name) ?? item;
    return { ...made, name: renamed.get(name) ?? item.name };
  }
  const oldNames = new Map([...renamed].map(([old, name]) => [name.toLowerCase(), old]));
  const find = (name: string): Found | null => {
    const wanted = name.toLowerCase();
    const made = replaced.get(wanted);
    if (made !== undefined) return { certainty: CERTAINTY.known, origins: made.origins };
    if (left.has(wanted) || (renamed.has(wanted) && !oldNames.has(wanted))) return null;
    return item.find(oldNames.get(wanted) ?? name);
  };
  return { find };
}

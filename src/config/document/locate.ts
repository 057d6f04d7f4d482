import type { ConfigNode, Path, Place } from './config-node.ts';

/** The place of what a path names; where the path leads nowhere, the place of the innermost part that is there. */
export function locate(root: ConfigNode, path: Path): Place | null {
  let node = root;
  let place = root.at;
  for (const step of path) {
    const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
    const next = node.kind === 'list' ? node.items[Number(step)] : entry?.node;
    if (next === undefined) break;
    // A section is best shown at its key: its value begins on the line below.
    place = (next.kind === 'scalar' ? next.at : entry?.keyAt) ?? next.at ?? place;
    node = next;
  }
  return place;
}

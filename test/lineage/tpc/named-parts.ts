import { readFileSync } from 'node:fs';

/** The parts of a file by name; each stands after a line `-- name`. */
export function namedParts(file: string): ReadonlyMap<string, string> {
  const parts = readFileSync(`test/lineage/tpc/${file}`, 'utf8').split(/^-- /m).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1)];
    }),
  );
}

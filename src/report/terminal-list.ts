/** The most entries of a list, unless every step is asked for. */
export const MOST = 10;

/** The first entries of a list, and how many more there are. */
export function capped(lines: readonly string[], most: number, indent = 2): readonly string[] {
  const more = lines.length - most;
  if (more <= 0) return lines;
  return [...lines.slice(0, most), `${' '.repeat(indent)}… and ${more} more; --verbose shows all`];
}

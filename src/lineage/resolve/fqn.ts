/** Joins parts to an FQN as OpenMetadata spells it: a part with a dot or a quote is quoted, no other is. */
export const joinFqn = (parts: readonly string[]): string => parts.map(quotePart).join('.');

const quotePart = (part: string): string => (/[."]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part);

/** The parts of an FQN. */
export function splitFqn(fqn: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (let at = 0; at < fqn.length; at += 1) {
    const character = fqn[at] ?? '';
    if (character === '"') {
      if (quoted && fqn[at + 1] === '"') {
        part += '"';
        at += 1;
      } else quoted = !quoted;
    } else if (character === '.' && !quoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

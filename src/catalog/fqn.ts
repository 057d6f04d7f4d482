/**
 * Fully qualified names as OpenMetadata builds them: parts joined by dots, a part with a dot in double quotes, every other part
 * bare. The server looks them up by exact text, so needless quotes find nothing (1.12.6). No name holds a double quote: the
 * server refuses it.
 */
export const fqn = (...parts: readonly string[]): string => parts.map(quoted).join('.');

/** The parts of an FQN, unquoted. */
export function splitFqn(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (start <= text.length) {
    const end = endOfPart(text, start);
    parts.push(bare(text.slice(start, end)));
    start = end + 1;
  }
  return parts;
}

/** The name of the entity itself, unquoted. */
export const lastPart = (text: string): string => splitFqn(text).at(-1) ?? '';

/** As the server does, a part that is in quotes already (a service's FQN, say) is not quoted twice. */
function quoted(part: string): string {
  const name = bare(part);
  return name.includes('.') ? `"${name}"` : name;
}

const bare = (part: string): string => /^"([^"]*)"$/s.exec(part)?.[1] ?? part;

/** Index of the dot after the part that starts at `start`, or the text's length. */
function endOfPart(text: string, start: number): number {
  const closing = text.startsWith('"', start) ? text.indexOf('"', start + 1) : start;
  const dot = text.indexOf('.', closing === -1 ? start : closing);
  return dot === -1 ? text.length : dot;
}

/** Text by turns outside and inside of back quotes, as our messages put patterns and keys; one part where they do not come in pairs. */
export function quotedParts(text: string): readonly string[] {
  // Spelled out: the page's script keeps no line with one back quote.
  const parts = text.split('\x60');
  return parts.length % 2 === 1 ? parts : [text];
}

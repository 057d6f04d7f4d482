/** Controls, direction marks and overrides, line separators, and halves of surrogate pairs. */
const UNSAFE = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that a terminal shows and does not obey: no colour, no cursor, no title, no reordering. Newline and tab stay; a carriage
 * return goes with its newline; everything else that a terminal might act on is replaced by a visible sign.
 */
export const escapeTerminal = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(UNSAFE, visible);

/** Unicode has pictures of the controls below U+0020, at the same distances from U+2400. */
function visible(unsafe: string): string {
  if (unsafe === '\n' || unsafe === '\t') return unsafe;
  const code = unsafe.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

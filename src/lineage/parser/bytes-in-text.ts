/** Two digits of base 91 tell 8,281 numbers apart, enough for 13 bits: a character carries 6½ of them, one of base64 6. */
const BASE = 91;
const BITS = 13;

/** The digits are `!` to `)` and `+` to `|`: no asterisk, so that none ends the comment that holds them. */
const digitOf = (code: number): number => (code < ASTERISK ? code - 33 : code - 34);
const ASTERISK = 42;

/**
 * The bytes that stand in a text: their number, a blank, and two characters for every 13 bits, the low ones first.
 * `scripts/inline-wasm.mjs` writes it.
 */
export function bytesInText(text: string): Uint8Array {
  const start = text.indexOf(' ');
  const bytes = new Uint8Array(Number(text.slice(0, start)));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let index = start + 1; index < text.length; index += 2) {
    const low = digitOf(text.charCodeAt(index));
    const high = digitOf(text.charCodeAt(index + 1));
    held |= (low + high * BASE) << bits;
    // What is written beyond the end of the bytes, which is padding, is not kept.
    for (bits += BITS; bits >= 8; bits -= 8) {
      bytes[at] = held & 0xff;
      at += 1;
      held >>>= 8;
    }
  }
  return bytes;
}

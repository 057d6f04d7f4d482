import { Buffer } from 'node:buffer';

/**
 * Any text for a hidden line, told apart from any other: letters, digits and a few signs as they are, every other byte as `%` and two
 * digits. A hyphen could be half of a comment's end.
 */
export const markerText = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return /[A-Za-z0-9._/]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

import { Buffer } from 'node:buffer';

/**
 * The hidden line by which a comment is found again. Path and label are written so that neither can end the line, look like the other,
 * or be mistaken for those of another comment.
 */
export const commentMarker = (path: string, label: string): string =>
  `<!-- mode-ingest:plan config=${spelled(path)} label=${spelled(label)} -->`;

/** Letters, digits and a few signs as they are, every other byte as `%` and two digits. A hyphen could be half of a comment's end. */
const spelled = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return /[A-Za-z0-9._/]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

/** Whether a comment begins with just this line. Further down somebody may have quoted it. */
export const hasMarker = (body: string, marker: string): boolean => body.split(/\r?\n/, 1)[0] === marker;

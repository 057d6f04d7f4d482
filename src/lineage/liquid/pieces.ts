/** A stretch of a template: plain text, `{{ output }}`, or `{% tag %}`. */
export interface Piece {
  readonly kind: 'text' | 'output' | 'tag';
  /** As written, delimiters and all. */
  readonly text: string;
  /** Without delimiters, dashes and blanks around it; empty for plain text. */
  readonly inner: string;
  /** The tag's name, in the case it is written; empty for the others. */
  readonly name: string;
}

/**
 * Cuts a template into pieces whose texts joined are the template. What is between `raw` and `endraw` is text, and so is an
 * opening that nothing closes.
 */
export function pieces(template: string): Piece[] {
  const found: Piece[] = [];
  const opening = /\{[{%]/g;
  let at = 0;
  let raw = false;
  // Remembered so that a long row of openings that nothing closes costs one search.
  const unclosed = new Set<string>();
  for (let match = opening.exec(template); match !== null; match = opening.exec(template)) {
    const isTag = match[0] === '{%';
    const closing = isTag ? '%}' : '}}';
    const end = unclosed.has(closing) ? -1 : template.indexOf(closing, match.index + 2);
    if (end < 0) {
      unclosed.add(closing);
      continue;
    }
    const text = template.slice(match.index, end + 2);
    const inner = text.slice(2, -2).replace(/^-|-$/g, '').trim();
    const name = isTag ? (/^(?:#|\w+)/.exec(inner)?.[0] ?? '') : '';
    if (raw && name !== 'endraw') continue;
    raw = name === 'raw';
    if (match.index > at) found.push(plain(template.slice(at, match.index)));
    found.push({ kind: isTag ? 'tag' : 'output', text, inner, name });
    at = end + 2;
    opening.lastIndex = at;
  }
  if (at < template.length) found.push(plain(template.slice(at)));
  return found;
}

const plain = (text: string): Piece => ({ kind: 'text', text, inner: '', name: '' });

/** The line breaks of a text: what is left of it when it must not move the lines after it. */
export const lineBreaks = (text: string): string => text.replace(/[^\n]+/g, '');

import { escapeCode, escapeMarkdown } from './escape-markdown.ts';
import { plainLine } from './plain-line.ts';
import { safeUrl } from './safe-url.ts';
import { grouped } from './words.ts';

/** Markdown of our own making. Text from outside gets into it only through `md`, which escapes it. */
export interface Markdown {
  readonly markdown: string;
}

type Value = Markdown | string | number;

const render = (value: Value): string => {
  if (typeof value === 'string') return escapeMarkdown(value);
  return typeof value === 'number' ? grouped(value) : value.markdown;
};

/** The literal parts are Markdown as they stand; strings put into it are escaped, numbers get their thousands marked. */
export const md = (parts: TemplateStringsArray, ...values: readonly Value[]): Markdown => ({
  markdown: parts.map((part, index) => part + render(values[index] ?? '')).join(''),
});

export const NOTHING: Markdown = { markdown: '' };

/** Those that are not empty, one after the other. */
export const join = (parts: readonly Markdown[], separator: string): Markdown => ({
  markdown: parts
    .map((part) => part.markdown)
    .filter((text) => text !== '')
    .join(separator),
});

/** Prose in which what stands between back quotes, as our own messages put patterns and keys, is set as code. */
export function quoted(text: string, max: number): Markdown {
  const pieces = plainLine(text, max).split('`');
  if (pieces.length % 2 === 0) return prose(text, max);
  const set = (piece: string, index: number): string => {
    if (index % 2 === 1) return code(piece).markdown;
    const [, before = '', after = ''] = /^( ?).*?( ?)$/.exec(piece) ?? [];
    return piece.trim() === '' ? piece : before + escapeMarkdown(piece) + after;
  };
  return { markdown: pieces.map(set).join('') };
}

/** Longer text than a name: up to `max` code points of it. */
export const prose = (text: string, max: number): Markdown => ({ markdown: escapeMarkdown(text, max) });

export const code = (text: string, max?: number): Markdown => ({
  markdown: `<code>${escapeCode(text, max)}</code>`,
});

/** The text as a link, or alone when the address is none that a link should have. */
export function link(text: string, address: string | null): Markdown {
  const url = safeUrl(address);
  return url === null ? md`${text}` : md`[${text}](${{ markdown: url }})`;
}

export const heading = (text: Markdown): Markdown => md`### ${text}`;

export const list = (items: readonly Markdown[]): Markdown =>
  join(
    items.map((item) => md`- ${item}`),
    '\n',
  );

/** GitHub's five kinds of alert. */
export const alert = (kind: 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION', text: Markdown): Markdown =>
  md`> [!${{ markdown: kind }}]\n> ${text}`;

/** A part that folds. Markdown is not read inside a summary: it may hold HTML only. */
export const details = (summary: Markdown, body: Markdown, open = false): Markdown =>
  md`<details${{ markdown: open ? ' open' : '' }}><summary>${summary}</summary>\n\n${body}\n\n</details>`;

import { type Document, isMap, isScalar } from 'yaml';
import { SERVICES_KEY, SERVICES_SECTION } from '../config/schema/service-keys.ts';
import type { Edit } from './edit.ts';
import type { OldKey } from './find-old-keys.ts';
import { rangeOf, target } from './written-keys.ts';

/** How an old key is written anew, as edits of the text: all else stays as it is, to the last blank. */
export function rewriteKey(text: string, old: OldKey, document: Document): readonly Edit[] {
  const { key, map } = old.key;
  const [from, to] = key.range ?? [0, 0];
  const written = text.slice(from, to);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const name = (word: string) => `${quote}${word}${quote}`;
  if (old.how === 'rename') return [{ from, to, text: name(old.to) }];

  const toList = isText(target(old.key.pair.value, document));
  const end = rangeOf(old.key.pair.value)?.[1] ?? to;
  if (map.flow === true) {
    const open = old.how === 'move' ? `${name(SERVICES_SECTION)}: { ${name(SERVICES_KEY)}` : name(old.to);
    const list = toList ? [insert(valueStart(old), '['), insert(end, ']')] : [];
    return [{ from, to, text: open }, ...list, ...(old.how === 'move' ? [insert(end, ' }')] : [])];
  }

  const lineStart = text.lastIndexOf('\n', from) + 1;
  const column = from - lineStart;
  const step = indentation(text, document);
  const newLine = /\r?\n/.exec(text)?.[0] ?? '\n';
  const below = (steps: number) => `${newLine}${' '.repeat(column + steps * step)}`;
  const deeper = old.how === 'move' ? 1 : 0;
  const open = deeper === 0 ? name(old.to) : `${name(SERVICES_SECTION)}:${below(1)}${name(SERVICES_KEY)}`;
  const edits: Edit[] = [{ from, to, text: open }];
  if (!toList) return [...edits, ...shift(text, to, end, deeper * step)];

  const start = valueStart(old);
  const startLine = text.lastIndexOf('\n', start) + 1;
  if (startLine === lineStart) {
    const blanks = text.slice(0, start).length - text.slice(0, start).trimEnd().length;
    edits.push({ from: start - blanks, to: start, text: `${below(deeper + 1)}- ` });
    return [...edits, ...shift(text, start, end, (deeper + 1) * step)];
  }
  // The value has a line of its own, perhaps below a comment: what follows it must stay deeper than the dash.
  edits.push(insert(start, '- '));
  return [
    ...edits,
    ...shift(text, to, start, deeper * step),
    ...shift(text, start, end, deeper * step + start - startLine),
  ];
}

/** How far the file's first section stands to the right of its key. */
function indentation(text: string, { contents }: Document): number {
  const sections = isMap(contents) ? contents.items.map(({ value }) => value) : [];
  const start = rangeOf(sections.find((value) => isMap(value) && value.flow !== true))?.[0];
  return start === undefined ? 2 : start - text.lastIndexOf('\n', start) - 1;
}

/** A text alone counts as a list of one; today it is a list. */
const isText = (value: unknown): boolean => isScalar(value) && value.value !== null;

const insert = (at: number, text: string): Edit => ({ from: at, to: at, text });

/** Where a value begins, its anchor and tag counted in. */
function valueStart({ key: { pair } }: OldKey): number {
  const properties = pair.srcToken?.sep?.find(({ type }) => type === 'anchor' || type === 'tag');
  return properties?.offset ?? rangeOf(pair.value)?.[0] ?? 0;
}

/** The lines that begin within a span, moved to the right; lines without text stay empty. */
function shift(text: string, from: number, to: number, width: number): readonly Edit[] {
  const edits: Edit[] = [];
  if (width === 0) return edits;
  for (let at = text.indexOf('\n', from) + 1; at > 0 && at < to; at = text.indexOf('\n', at) + 1)
    if (/[^\s]/.test(/^.*/.exec(text.slice(at))?.[0] ?? '')) edits.push(insert(at, ' '.repeat(width)));
  return edits;
}

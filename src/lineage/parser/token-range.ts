import type { Token } from '../sql/token.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'symbol' && token.text === text;

const opens = (token: Token | undefined): boolean => token?.kind === 'symbol' && token.text in CLOSING;
const closes = (token: Token | undefined): boolean =>
  token?.kind === 'symbol' && (token.text === ')' || token.text === ']' || token.text === '}');

/** The index after the bracket that closes the one, of any kind, at `index`; null when none opens there or it never closes. */
export function afterBracket(tokens: readonly Token[], index: number): number | null {
  if (!opens(tokens[index])) return null;
  let depth = 0;
  for (let at = index; at < tokens.length; at += 1) {
    if (opens(tokens[at])) depth += 1;
    else if (closes(tokens[at])) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

/** Tokens from one index to before another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The items of a list between commas; a comma at the end begins none. */
export function listOf(tokens: readonly Token[], from: number, to: number): readonly Range[] {
  const items: Range[] = [];
  let begun = from;
  for (let at = from; at < to; at = afterBracket(tokens, at) ?? at + 1) {
    if (!isSign(tokens[at], ',')) continue;
    items.push({ from: begun, to: at });
    begun = at + 1;
  }
  return begun < to ? [...items, { from: begun, to }] : items;
}

/** An item without `DESC NULLS LAST`. */
export function withoutOrder(tokens: readonly Token[], { from, to }: Range): Range {
  let end = to;
  while (end > from + 1 && /^(?:ASC|DESC|NULLS|FIRST|LAST)$/.test(tokens[end - 1]?.upper ?? '')) {
    if (tokens[end - 2]?.upper === 'AS' || isSign(tokens[end - 2], '.')) break;
    end -= 1;
  }
  return { from, to: end };
}

/** The text of a range without comments; `inner` tells what stands in its round brackets. */
export function rangeText(
  sql: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  inner: (range: Range) => string,
): string {
  let text = '';
  for (let at = from; at < to; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const gap = at === from || tokens[at - 1]?.end === token.start ? '' : ' ';
    const next = isSign(token, '(') ? afterBracket(tokens, at) : null;
    if (next !== null && next <= to) {
      text += `${gap}(${inner({ from: at + 1, to: next - 1 })})`;
      at = next;
    } else {
      text += gap + sql.slice(token.start, token.end);
      at += 1;
    }
  }
  return text;
}

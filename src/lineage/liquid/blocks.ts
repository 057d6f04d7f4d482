import { lineBreaks, pieces } from './pieces.ts';

export interface WithoutBlocks {
  /** The template with forms and Liquid comments replaced by their line breaks. */
  readonly text: string;
  /** What stands between `{% form %}` and `{% endform %}`, one for each form. */
  readonly forms: readonly string[];
}

/** Takes the forms and Liquid comments out of a template; every line stays where it was. */
export function takeOutBlocks(template: string): WithoutBlocks {
  if (!template.includes('{%')) return { text: template, forms: [] };
  const all = pieces(template);
  const forms: string[] = [];
  let text = '';
  for (let at = 0; at < all.length; at += 1) {
    const piece = all[at];
    const end = piece?.kind === 'tag' && BLOCKS.has(piece.name) ? endOfBlock(all, at, piece.name) : -1;
    if (piece === undefined || end < 0) {
      text += piece?.text ?? '';
      continue;
    }
    const inside = all
      .slice(at + 1, end)
      .map((one) => one.text)
      .join('');
    if (piece.name === 'form') forms.push(inside);
    text += lineBreaks(piece.text + inside + (all[end]?.text ?? ''));
    at = end;
  }
  return { text, forms };
}

const BLOCKS = new Set(['form', 'comment']);

type Pieces = ReturnType<typeof pieces>;

/** The first end tag after `start`; -1 when the block never ends. */
function endOfBlock(all: Pieces, start: number, name: string): number {
  for (let at = start + 1; at < all.length; at += 1) {
    const piece = all[at];
    if (piece?.name === `end${name}`) return at;
    // A form inside a form: the first one was never ended.
    if (piece?.name === name) return -1;
  }
  return -1;
}

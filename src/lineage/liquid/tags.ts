import { lineBreaks, pieces } from './pieces.ts';

/** The tags that are carried out. Any other is left out, alone: what stands between it and its end stays. */
const KNOWN = new Set(
  `if elsif else endif unless endunless case when endcase for endfor break continue assign capture endcapture increment
  decrement cycle comment endcomment raw endraw echo liquid #`.split(/\s+/),
);

/**
 * Makes a template ready for the engine. Unknown tags go; `else if` becomes `elsif`, as Mode's Liquid forgives it; dashes go,
 * so that no white space, and no line break, is eaten; the line breaks inside delimiters are written again after them.
 */
export function prepareTags(template: string): string {
  return pieces(template)
    .map(({ kind, text, inner, name }) => {
      if (kind === 'text') return text;
      const breaks = name === 'raw' ? '' : lineBreaks(text);
      if (kind === 'output') return inner === '' ? breaks : `{{ ${inner} }}${breaks}`;
      if (!KNOWN.has(name)) return breaks;
      return `{% ${inner.replace(/^else\s*if\b/, 'elsif').replace(/^(else|end\w+)\s.*$/s, '$1')} %}${breaks}`;
    })
    .join('');
}

const LITERAL_ASSIGN = /^assign\s+([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(true|false))$/;

/** Values that `assign` gives as literals: Mode's own help uses a variable before its assign. The first one counts. */
export function literalAssigns(template: string): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { kind, inner } of pieces(template)) {
    if (kind !== 'tag') continue;
    const match = LITERAL_ASSIGN.exec(inner);
    const name = match?.[1];
    if (match === null || name === undefined || values.has(name)) continue;
    const [, , single, double, number, truth] = match;
    values.set(name, single ?? double ?? (number === undefined ? truth === 'true' : Number(number)));
  }
  return values;
}

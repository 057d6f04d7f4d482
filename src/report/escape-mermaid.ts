import { plainLine } from './plain-line.ts';

/**
 * Any text as the inside of a quoted Mermaid label. All but letters, digits and a few harmless signs becomes Mermaid's
 * own `#…;` code, so that no quote, tag, directive, icon (`fa:…`) or Markdown of the author's is left. The colon is among them
 * for one more reason: after `style …:` Mermaid takes the code itself for a colour.
 */
export const escapeMermaid = (text: string, max = 40): string =>
  plainLine(text, max)
    .replace(/[^\p{L}\p{M}\p{N} .,/()_+=…→-]/gu, (character) => `#${character.codePointAt(0)};`)
    // Mermaid takes a label that begins like a list for Markdown and refuses it.
    .replace(/^(\d+)\.(?= )/, '$1#46;')
    .replace(/^[-+](?= )/, (sign) => `#${sign.codePointAt(0)};`);

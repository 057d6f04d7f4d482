import { displayWidth } from './display-width.ts';

/**
 * A paragraph in lines of at most `width` columns, each `indent` blanks in, those after the first `hang` more. A word that is longer
 * stands alone on its line.
 */
export function wrap(text: string, width: number, indent = 0, hang = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line === '') line = word;
    else if (displayWidth(line) + 1 + displayWidth(word) > width - indent - (lines.length > 0 ? hang : 0)) {
      lines.push(line);
      line = word;
    } else line += ` ${word}`;
  }
  return [...lines, line].map((each, index) => ' '.repeat(indent + (index > 0 ? hang : 0)) + each).join('\n');
}

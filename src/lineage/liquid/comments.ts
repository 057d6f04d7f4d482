import type { Dialect } from '../dialect.ts';
import { lex } from '../sql/lexer.ts';

const OUTPUT = /\{\{[^{}]*\}\}/g;

/**
 * Empties `{{ … }}` inside SQL comments: a definition of many lines would come to life there. Tags stay, for authors hide
 * `-- {% if x %}` in comments.
 */
export function emptyCommentOutputs(template: string, dialect: Dialect): string {
  if (!template.includes('{{')) return template;
  return replaceComments(template, dialect, (comment) =>
    comment.replace(OUTPUT, (output) => output.replace(/[^\n]+/g, '')),
  );
}

/** Takes SQL comments out, leaving a blank: a comment at the end would swallow what is written after the text. */
export const withoutComments = (template: string, dialect: Dialect): string =>
  replaceComments(template, dialect, (comment) => ` ${(comment.match(/\{%[^%]*%\}/g) ?? []).join('')}`);

function replaceComments(template: string, dialect: Dialect, replace: (comment: string) => string): string {
  let text = '';
  let at = 0;
  for (const token of lex(template, dialect, { liquid: true })) {
    if (token.kind !== 'comment') continue;
    text += template.slice(at, token.start) + replace(token.text);
    at = token.end;
  }
  return text + template.slice(at);
}

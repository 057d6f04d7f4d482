import type { Dialect } from '../dialect.ts';
import type { Diagnostic } from '../sources.ts';
import { takeOutBlocks } from './blocks.ts';
import { withoutComments } from './comments.ts';
import { lineBreaks } from './pieces.ts';

/** The SQL of Mode's definitions, by name in lower case. */
export type Definitions = ReadonlyMap<string, string>;

export interface Expanded {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Stands for a definition that cannot be put in: a query that reads no table. */
const NOTHING = '(SELECT NULL)';
const MOST_LEVELS = 20;
/** Characters that definitions may add to one query, so that a few that repeat each other cannot fill the memory. */
const MOST_CHARACTERS = 2_000_000;

const REFERENCE = /\{\{-?\s*@([^{}]*?)-?\}\}/g;
const NAME_AND_ALIAS = /^\s*([\w-]+)(?:\s+as\s+([\w"`[\]]+))?\s*$/i;
const RELATION_BEFORE = /\b(?:from|join)\s*$/i;
const ALIAS_AFTER =
  /^\s*(?:as\b|["`[]|(?!(?:where|on|using|join|inner|left|right|full|cross|natural|group|order|having|limit|union|except|intersect|minus|qualify|window|lateral|pivot|unpivot|tablesample|offset|fetch|for|select|with|end|then|and|or)\b)[a-z_])/i;

/**
 * Replaces `{{ @name }}` and `{{ @name as alias }}` by `( body ) AS alias`, and what those bodies refer to in turn. The text
 * keeps its lines. A name that is not known, and one that leads back to itself, become a query that reads nothing, with a
 * diagnostic.
 */
export function expandDefinitions(template: string, definitions: Definitions, dialect: Dialect): Expanded {
  if (!template.includes('@')) return { text: template, diagnostics: [] };
  const diagnostics = new Map<string, Diagnostic>();
  const bodies = new Map<string, string>();
  const lineAt = lineCounter(template);
  let budget = MOST_CHARACTERS;

  const bodyOf = (key: string, sql: string): string => {
    const body = bodies.get(key) ?? asSubquery(sql, dialect);
    bodies.set(key, body);
    return body;
  };
  const expand = (text: string, path: readonly string[], line: number | null): string =>
    text.replace(REFERENCE, (whole: string, inside: string, offset: number) => {
      const at = line ?? lineAt(offset);
      const tell = (code: string, message: string): string => {
        diagnostics.set(`${code} ${message}`, { code, message, line: at });
        return NOTHING + lineBreaks(whole);
      };
      const [, name = '', alias = ''] = NAME_AND_ALIAS.exec(inside) ?? [];
      const key = name.toLowerCase();
      const sql = definitions.get(key);
      if (sql === undefined) {
        return tell(
          'unknown-definition',
          `There is no definition named ${JSON.stringify(name || inside.trim())}.`,
        );
      }
      if (path.includes(key)) {
        return tell('definition-cycle', `The definition ${JSON.stringify(name)} leads back to itself.`);
      }
      if (path.length >= MOST_LEVELS || budget <= 0) {
        return tell(
          'definitions-too-deep',
          `The definitions that ${JSON.stringify(path[0] ?? name)} refers to are too many.`,
        );
      }
      const query = expand(bodyOf(key, sql), [...path, key], at);
      budget -= query.length;
      return `(${query})${aliasFor(name, alias, text.slice(Math.max(0, offset - 20), offset), text.slice(offset + whole.length, offset + whole.length + 40))}${lineBreaks(whole)}`;
    });

  return { text: expand(template, [], null), diagnostics: [...diagnostics.values()] };
}

/** The body on one line, without form, comments and closing semicolons. */
const asSubquery = (body: string, dialect: Dialect): string =>
  ` ${withoutComments(takeOutBlocks(body).text, dialect)
    .trim()
    .replace(/[;\s]+$/, '')
    .replace(/\s*\n\s*/g, ' ')} `;

/** The alias that was asked for; in a FROM without one, the definition's own name. */
function aliasFor(name: string, alias: string, before: string, after: string): string {
  if (alias !== '') return ` AS ${alias}`;
  const wanted = RELATION_BEFORE.test(before) && !ALIAS_AFTER.test(after);
  return wanted ? ` AS ${name.replaceAll('-', '_')}` : '';
}

/** Tells the line of an offset, for offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
      line += 1;
    counted = Math.max(counted, offset);
    return line;
  };
}

/** The bodies of all definitions that a text refers to, directly or through others. */
export function definitionsUsed(text: string, definitions: Definitions): string[] {
  const seen = new Map<string, string>();
  const visit = (template: string): void => {
    for (const [, inside = ''] of template.matchAll(REFERENCE)) {
      const name = NAME_AND_ALIAS.exec(inside)?.[1]?.toLowerCase() ?? '';
      const body = definitions.get(name);
      if (body === undefined || seen.has(name)) continue;
      seen.set(name, body);
      visit(body);
    }
  };
  visit(text);
  return [...seen.values()];
}

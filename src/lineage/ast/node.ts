import type { AstNode } from '../parser/sql-parser.ts';

/**
 * Reads the parser's tree. An expression is an object with one key, its kind, over its body: `{ column: { name, table } }`.
 * A body holds expressions, lists and plain values under names of its own; null and `[]` stand for what is not written.
 * Nothing is trusted: what has another shape than expected reads as absent.
 */
export interface Expression {
  readonly kind: string;
  readonly body: AstNode;
}

const EMPTY: AstNode = {};

export const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The expression that `value` is; null when it is none. */
export function expression(value: unknown): Expression | null {
  if (!isNode(value)) return null;
  let kind: string | null = null;
  for (const key in value) {
    if (kind !== null) return null;
    kind = key;
  }
  if (kind === null) return null;
  const body = value[kind];
  return { kind, body: isNode(body) ? body : EMPTY };
}

/** The node that an expression was read from. */
export const asNode = ({ kind, body }: Expression): AstNode => ({ [kind]: body });

/** The expression under `key`. */
export const child = (body: AstNode, key: string): Expression | null => expression(body[key]);

/** The plain object under `key`; an empty one when there is none. */
export const part = (body: AstNode, key: string): AstNode => {
  const value = body[key];
  return isNode(value) ? value : EMPTY;
};

export const list = (body: AstNode, key: string): readonly unknown[] => {
  const value = body[key];
  return Array.isArray(value) ? value : [];
};

/** The expressions of a list, in order; what is none is left out. */
export const expressions = (body: AstNode, key: string): readonly Expression[] => each(list(body, key));

export const each = (values: readonly unknown[]): readonly Expression[] =>
  values.map(expression).filter((one) => one !== null);

export const text = (body: AstNode, key: string): string | null => {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const flag = (body: AstNode, key: string): boolean => body[key] === true;

/** The name that an identifier holds, whether it stands bare or as an expression of its own; null when it has none. */
export function identifier(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (!isNode(value)) return null;
  const bare = text(value, 'name');
  if (bare !== null) return bare;
  const named = expression(value);
  if (named === null) return null;
  if (named.kind === 'identifier') return text(named.body, 'name');
  if (named.kind === 'var') return text(named.body, 'this');
  if (named.kind === 'column' && !isNode(named.body.table)) return identifier(named.body.name);
  if (named.kind === 'literal') return text(named.body, 'value');
  return null;
}

export const identifiers = (body: AstNode, key: string): readonly string[] =>
  list(body, key)
    .map(identifier)
    .filter((name) => name !== null);

export const isQuoted = (value: unknown): boolean => isNode(value) && flag(value, 'quoted');

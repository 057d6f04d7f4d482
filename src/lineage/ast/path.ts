import { child, type Expression, identifier, text } from './node.ts';

/**
 * The dotted path that a `column` node, or `dot` nodes around one, write: relation, column, fields. Null for a field of
 * something that is no path, such as a call.
 */
export function pathOf({ kind, body }: Expression): readonly string[] | null {
  if (kind === 'column') {
    const name = identifier(body.name);
    const qualifier = identifier(body.table);
    if (name === null) return null;
    return qualifier === null ? [name] : [...qualifier.split('.'), name];
  }
  // Behind CONNECT_BY_ROOT the parser takes names for words.
  if (kind === 'var') return [text(body, 'this')].filter((name) => name !== null);
  if (kind !== 'dot') return null;
  const inner = child(body, 'this');
  // PostgreSQL's `(t.address).city`
  const path = inner === null ? null : pathOf(withoutBrackets(inner));
  const field = identifier(body.field);
  return path === null || field === null ? null : [...path, field];
}

/** True when brackets tell a column from its field, as in PostgreSQL's `(address).city`. */
export function hasBrackets({ kind, body }: Expression): boolean {
  const inner = kind === 'dot' ? child(body, 'this') : null;
  return inner !== null && (inner.kind === 'paren' || hasBrackets(inner));
}

export function withoutBrackets(one: Expression): Expression {
  let at = one;
  while (at.kind === 'paren' || at.kind === 'annotated') {
    const inner = child(at.body, 'this');
    if (inner === null) return at;
    at = inner;
  }
  return at;
}

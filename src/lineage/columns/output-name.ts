import { child, type Expression, identifier, text } from '../ast/node.ts';
import type { Dialect } from '../dialect.ts';
import { NAMES_CASTS } from './dialect-columns.ts';

/**
 * The name that a result shows for an expression: its alias, or its column's or field's own name as written, without
 * quotes and not folded. Null for any other expression: databases name those each in their own way.
 */
export function outputName({ kind, body }: Expression, dialect: Dialect): string | null {
  const inner = (): string | null => {
    const one = child(body, 'this');
    return one === null ? null : outputName(one, dialect);
  };
  if (kind === 'alias') return identifier(body.alias);
  if (kind === 'column') return identifier(body.name);
  if (kind === 'dot') return identifier(body.field);
  if (kind === 'paren' || kind === 'annotated') return inner();
  if (kind === 'pseudocolumn') return text(body, 'kind')?.toLowerCase() ?? null;
  const isCast = kind === 'cast' || kind === 'try_cast';
  return isCast && NAMES_CASTS.has(dialect) ? inner() : null;
}

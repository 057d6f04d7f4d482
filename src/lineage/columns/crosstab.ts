import type { Expression } from '../ast/node.ts';
import type { Engine } from './engine.ts';
import { NO_ORIGINS } from './origins.ts';
import type { Scope } from './scope.ts';
import { isHole, isListed, type Shape } from './shape.ts';

/**
 * The columns of PostgreSQL's `crosstab`, by the names of its alias. Its query gives the row's name, in its longer form more columns of
 * the row, then category and value; every column behind those of the row is made from the value.
 */
export function crosstabShape(
  engine: Engine,
  [source, categories]: readonly Expression[],
  scope: Scope,
  names: readonly string[],
): Shape {
  const rows = source === undefined ? [] : engine.query(source, scope);
  const ofRow = categories === undefined ? 1 : rows.length - 2;
  const fields = isListed(rows) && rows.length > 2 ? rows : [];
  return names.map((name, index) => {
    const from = fields[index < ofRow ? index : fields.length - 1];
    return { name, origins: from === undefined || isHole(from) ? NO_ORIGINS : from.origins };
  });
}

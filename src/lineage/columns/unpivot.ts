import { asNode, child, type Expression, expressions, identifier, identifiers } from '../ast/node.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import { columnNames } from './column-names.ts';
import type { Engine } from './engine.ts';
import { joined, NO_ORIGINS, type Origins } from './origins.ts';
import type { Scope } from './scope.ts';
import type { Field, Shape } from './shape.ts';
import { changedItems, starItems } from './star-items.ts';

/** The columns of an UNPIVOT: those that it leaves alone, the one that tells the column's name, and those with the values. */
export function unpivotedShape(engine: Engine, body: AstNode, inner: Scope): Shape {
  const columns = expressions(body, 'columns').map((one) =>
    one.kind === 'pivot_alias' ? (child(one.body, 'this') ?? one) : one,
  );
  const left = columnNames(columns.map(asNode));
  const kept = changedItems(starItems(inner), { left, replaced: new Map(), renamed: new Map() });
  const named: Field = { name: identifier(body.name_column), origins: NO_ORIGINS };
  const first = identifier(body.value_column);
  const names = [...(first === null ? [] : [first]), ...identifiers(body, 'extra_value_columns')];
  const values = names.map((name, index) => ({
    name,
    origins: joined(columns.map((one) => originsAt(engine, one, index, inner))),
  }));
  return [...kept, named, ...values];
}

/** Of `(a, b)` the value in one place; of a single column that. */
function originsAt(engine: Engine, column: Expression, index: number, inner: Scope): Origins {
  if (column.kind !== 'tuple') return engine.value(asNode(column), inner);
  const one = expressions(column.body, 'expressions')[index];
  return one === undefined ? NO_ORIGINS : engine.value(asNode(one), inner);
}

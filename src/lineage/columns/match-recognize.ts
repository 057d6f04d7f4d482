import { asNode, child, type Expression, expressions, list, part } from '../ast/node.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { Engine } from './engine.ts';
import { outputName } from './output-name.ts';
import type { Scope } from './scope.ts';
import type { Field, Shape } from './shape.ts';
import { starItems } from './star-items.ts';

/** The columns of MATCH_RECOGNIZE: what it partitions by, or all of its rows' columns, and its measures. */
export function matchedShape(engine: Engine, body: AstNode, inner: Scope): Shape {
  const field = (one: Expression): Field => ({
    name: outputName(one, engine.dialect),
    origins: engine.value(asNode(one), inner),
  });
  const measures = list(body, 'measures')
    .map((one) => child(part({ one }, 'one'), 'this'))
    .filter((one) => one !== null);
  const hasAllRows = /all/i.test(JSON.stringify(body.rows ?? ''));
  const kept = hasAllRows ? starItems(inner) : expressions(body, 'partition_by').map(field);
  return [...kept, ...measures.map(field)];
}

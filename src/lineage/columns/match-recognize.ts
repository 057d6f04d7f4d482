import {
  asNode,
  child,
  type Expression,
  expression,
  expressions,
  identifier,
  isNode,
  list,
  part,
} from '../ast/node.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { Engine } from './engine.ts';
import { outputName } from './output-name.ts';
import { derivedRelation } from './relation.ts';
import { innerScope, type Scope } from './scope.ts';
import type { Field, Shape } from './shape.ts';
import { starItems } from './star-items.ts';

/** The columns of MATCH_RECOGNIZE: what it partitions by, or all of its rows' columns, and its measures. */
export function matchedShape(engine: Engine, body: AstNode, inner: Scope): Shape {
  const scope = seeingVariables(body, inner);
  const field = (one: Expression): Field => ({
    name: outputName(one, engine.dialect),
    origins: engine.value(asNode(one), scope),
  });
  const measures = list(body, 'measures')
    .map((one) => child(part({ one }, 'one'), 'this'))
    .filter((one) => one !== null);
  const hasAllRows = /all/i.test(JSON.stringify(body.rows ?? ''));
  const kept = hasAllRows ? starItems(inner) : expressions(body, 'partition_by').map(field);
  return [...kept, ...measures.map(field)];
}

/**
 * A qualifier in here names a variable of the pattern, or a set of such: each stands for rows of the relation. They lie around the
 * relation, so that a name without a qualifier still means its column.
 */
function seeingVariables(body: AstNode, inner: Scope): Scope {
  const rows = starItems(inner);
  const relations = [...qualifiers(body.measures)].map((name) => derivedRelation([name], rows));
  return { ...inner, around: innerScope(inner.around ?? inner, { relations }) };
}

function qualifiers(value: unknown, names: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) qualifiers(one, names);
  if (!isNode(value)) return names;
  const one = expression(value);
  const name = one?.kind === 'column' ? identifier(one.body.table) : null;
  if (name !== null) names.add(name.toLowerCase());
  for (const inner of Object.values(value)) if (typeof inner === 'object') qualifiers(inner, names);
  return names;
}

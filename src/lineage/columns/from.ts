import { expression, isNode, list, part } from '../ast/node.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import { NO_CALLING } from './calling.ts';
import type { Engine } from './engine.ts';
import { readJoin } from './join.ts';
import { lateralView } from './lateral-view.ts';
import type { Scope } from './scope.ts';

/** Brings the relations of a SELECT into its scope, from the left: each sees those before it. */
export function readFrom(engine: Engine, select: AstNode, scope: Scope): void {
  for (const one of list(part(select, 'from'), 'expressions')) {
    const relation = expression(one);
    if (relation !== null) engine.relation(relation, scope, NO_CALLING);
  }
  for (const one of list(select, 'joins')) if (isNode(one)) readJoin(engine, one, scope);
  for (const one of list(select, 'lateral_views')) if (isNode(one)) lateralView(engine, one, scope);
}

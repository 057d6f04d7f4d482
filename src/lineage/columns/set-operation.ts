import { type Expression, flag } from '../ast/node.ts';
import { branchesOf } from '../ast/query.ts';
import { combined } from './combined.ts';
import { seeingCtes } from './ctes.ts';
import type { Engine } from './engine.ts';
import type { Scope } from './scope.ts';
import type { Shape } from './shape.ts';

/** The columns of a chain of UNION, INTERSECT and EXCEPT. */
export function setOperationShape(engine: Engine, operation: Expression, around: Scope): Shape {
  const scope = seeingCtes(engine, operation.body, around);
  const { first, rest } = branchesOf(operation);
  const branches = [...(first === null ? [] : [first]), ...rest.map(({ branch }) => branch)];
  const byName = rest.some(({ by }) => flag(by.body, 'by_name') || flag(by.body, 'corresponding'));
  return combined(
    branches.map((branch) => engine.query(branch, scope)),
    byName,
  );
}

import { asNode, type Expression } from '../ast/node.ts';
import { branchesOf, type Cte, ctesOf, isSetOperation } from '../ast/query.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import { RECURSIVE_IS_OPTIONAL } from '../sql/keywords.ts';
import { combined } from './combined.ts';
import type { Engine } from './engine.ts';
import type { CteInSight, Scope } from './scope.ts';
import { isHole, renamed, type Shape } from './shape.ts';

/** The scope behind the WITH list of `body`. */
export function seeingCtes(engine: Engine, body: AstNode, around: Scope): Scope {
  let { ctes } = around;
  for (const cte of ctesOf(body)) {
    if (cte.isValue) continue;
    const before = { ...around, ctes };
    ctes = { name: cte.name, shape: once(() => shapeOf(engine, cte, before)), around: ctes };
  }
  return ctes === around.ctes ? around : { ...around, ctes };
}

/** Works a shape out when it is first asked for. A body that asks for itself gets nothing. */
function once(make: () => Shape): () => Shape {
  let made: Shape | null = null;
  return () => {
    if (made === null) {
      made = [];
      made = make();
    }
    return made;
  };
}

function shapeOf(engine: Engine, cte: Cte, scope: Scope): Shape {
  const { body, columns } = cte;
  const mayRecur = cte.recursive || RECURSIVE_IS_OPTIONAL.has(engine.dialect);
  if (!mayRecur || !isSetOperation(body.kind) || !mentions(body, cte.name)) {
    return renamed(engine.query(body, scope), columns);
  }
  return recursiveShape(engine, cte, scope);
}

/** No recursion hands a value on through more columns than this before it is given up. */
const MOST_PASSES = 8;

/** The branches that do not name the expression give its columns; the others add to them until nothing new comes. */
function recursiveShape(engine: Engine, { name, columns, body }: Cte, scope: Scope): Shape {
  const { first, rest } = branchesOf(body);
  const branches = [...(first === null ? [] : [first]), ...rest.map(({ branch }) => branch)];
  const anchors = branches.filter((one) => !mentions(one, name)).map((one) => engine.query(one, scope));
  const steps = branches.filter((one) => mentions(one, name));
  let shape = renamed(combined(anchors, false), columns);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const own: CteInSight = { name, shape: () => shape, around: scope.ctes };
    const next = steps.map((one) => engine.query(one, { ...scope, ctes: own }));
    const grown = combined([shape, ...next], false);
    const isDone = size(grown) === size(shape);
    shape = grown;
    if (isDone) break;
  }
  return shape;
}

const size = (shape: Shape): number =>
  shape.reduce((sum, item) => sum + (isHole(item) ? 0 : item.origins.size), 0);

/** A mention that an inner query of the same name hides does no harm: the branch is then read once more than it need be. */
const mentions = (one: Expression, name: string): boolean =>
  JSON.stringify(asNode(one))
    .toLowerCase()
    .includes(`"name":${JSON.stringify(name.toLowerCase())}`);

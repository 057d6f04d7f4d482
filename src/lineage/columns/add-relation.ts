import { child, type Expression, identifier, isNode, list, text } from '../ast/node.ts';
import { pathOf } from '../ast/path.ts';
import { isSetOperation, tableCommand } from '../ast/query.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { TableName } from '../sources.ts';
import { type Calling, callingOf, NO_CALLING, pathOfAlias } from './calling.ts';
import type { Engine } from './engine.ts';
import { readJoin } from './join.ts';
import { matchedShape } from './match-recognize.ts';
import { NO_ORIGINS } from './origins.ts';
import { pivotedShape } from './pivot.ts';
import { derivedRelation } from './relation.ts';
import { resolvePath } from './resolve-name.ts';
import { innerScope, type Scope } from './scope.ts';
import { renamed, type Shape } from './shape.ts';
import { starItems } from './star-items.ts';
import { functionRelation } from './table-function.ts';
import { arrayRows, tableOf } from './table-of.ts';
import { unpivotedShape } from './unpivot.ts';

/** Adds one relation of FROM to `scope`, and those in it when it is a join in brackets. */
export function addRelation(engine: Engine, relation: Expression, scope: Scope, outer: Calling): void {
  const { kind, body } = relation;
  const calling = callingOf(body, outer);
  const add = (shape: Shape, path = pathOfAlias(calling)): void => {
    scope.relations.push(derivedRelation(path, renamed(shape, calling.columns)));
  };
  if (kind === 'table') scope.relations.push(tableOf(engine, body, scope, calling));
  else if (kind === 'select' || kind === 'values' || isSetOperation(kind)) add(engine.query(relation, scope));
  else if (kind === 'subquery') addSubquery(engine, relation, scope, calling, add);
  else if (kind === 'alias' && tableCommand(relation) === null) addInner(engine, relation, scope, calling);
  else if (kind === 'paren' || kind === 'joined_table') addJoined(engine, relation, scope, calling, add);
  else if (kind === 'pivot' || kind === 'unpivot' || kind === 'match_recognize') {
    const inner = innerScope(scope);
    addInner(engine, relation, inner, NO_CALLING);
    const shapeOf = { pivot: pivotedShape, unpivot: unpivotedShape, match_recognize: matchedShape }[kind];
    // Without an alias the name of what is turned still serves.
    const path = calling.name === null ? inner.relations[0]?.path : undefined;
    add(shapeOf(engine, body, inner, calling.columns.length), path);
  } else if (kind === 'lateral' && isQuery(child(body, 'this'))) addInner(engine, relation, scope, calling);
  else if (kind === 'at_index') addIndexed(engine, relation, scope);
  else if (kind === 'stage_reference' && engine.dialect === 'tsql') add(engine.made(variable(body)) ?? []);
  else scope.relations.push(functionRelation(engine, relation, scope, calling));
}

/** Redshift's `o.items AS i AT n`: the array's rows, and beside them their number. */
function addIndexed(engine: Engine, { body }: Expression, scope: Scope): void {
  const array = child(body, 'this');
  const inner = array?.kind === 'alias' ? child(array.body, 'this') : array;
  const alias = array?.kind === 'alias' ? identifier(array.body.alias) : null;
  const path = (inner === null ? null : pathOf(inner))?.flatMap((part) => part.split('.')) ?? [];
  const name = alias ?? path.at(-1);
  scope.relations.push(arrayRows(name === undefined ? [] : [name], resolvePath(path, scope, engine)));
  scope.relations.push(derivedRelation([], [{ name: identifier(body.expression), origins: NO_ORIGINS }]));
}

/** T-SQL's `@t`, which the tree takes for a stage. */
const variable = (body: AstNode): TableName => ({ db: null, schema: null, table: text(body, 'name') ?? '' });

const isQuery = (one: Expression | null): boolean =>
  one !== null && (one.kind === 'subquery' || one.kind === 'select' || isSetOperation(one.kind));

function addInner(engine: Engine, { body }: Expression, scope: Scope, calling: Calling): void {
  const inner = child(body, 'this');
  if (inner !== null) addRelation(engine, inner, scope, calling);
}

function addSubquery(
  engine: Engine,
  relation: Expression,
  scope: Scope,
  calling: Calling,
  add: (shape: Shape) => void,
): void {
  const inner = child(relation.body, 'this');
  const isRows =
    inner !== null && (isQuery(inner) || inner.kind === 'values' || tableCommand(inner) !== null);
  if (isRows) add(engine.query(inner, scope));
  else addInner(engine, relation, scope, calling);
}

/** `(a JOIN b …)`: its relations are seen under their own names, unless the brackets have an alias. */
function addJoined(
  engine: Engine,
  relation: Expression,
  scope: Scope,
  calling: Calling,
  add: (shape: Shape) => void,
): void {
  const first = child(relation.body, relation.kind === 'paren' ? 'this' : 'left');
  if (first === null) return;
  const isJoin = relation.kind === 'joined_table';
  if (!isJoin && first.kind !== 'joined_table') {
    addRelation(engine, first, scope, calling);
    return;
  }
  const inner = innerScope(scope);
  addRelation(engine, first, inner, NO_CALLING);
  for (const join of list(relation.body, 'joins')) if (isNode(join)) readJoin(engine, join, inner);
  if (calling.name !== null) add(starItems(inner));
  else {
    scope.relations.push(...inner.relations);
    scope.merged = new Map([...scope.merged, ...inner.merged]);
  }
}

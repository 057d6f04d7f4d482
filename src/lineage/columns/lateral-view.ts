import { child, type Expression, expressions, identifier, identifiers } from '../ast/node.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { Engine } from './engine.ts';
import { outputName } from './output-name.ts';
import { derivedRelation } from './relation.ts';
import type { Scope } from './scope.ts';
import type { Field } from './shape.ts';
import { functionRelation } from './table-function.ts';

/** Hive's and Spark's `LATERAL VIEW explode(xs) alias AS x`. */
export function lateralView(engine: Engine, view: AstNode, scope: Scope): void {
  const call = child(view, 'this');
  if (call === null) return;
  const calling = { name: identifier(view.table_alias), columns: identifiers(view, 'column_aliases') };
  scope.relations.push(functionRelation(engine, call, scope, calling));
}

/** ClickHouse's `ARRAY JOIN xs AS x, ys AS y`; without an alias the array's own name comes to mean the element. */
export function arrayJoin(engine: Engine, arrays: Expression, scope: Scope): void {
  const all = arrays.kind === 'tuple' ? expressions(arrays.body, 'expressions') : [arrays];
  const fields: Field[] = all
    .filter(({ kind }) => kind === 'alias')
    .map((one) => ({ name: outputName(one, engine.dialect), origins: engine.value(one.body.this, scope) }));
  if (fields.length > 0) scope.relations.push(derivedRelation([], fields));
}

import { child, type Expression, expressions, identifier, isNode, list } from '../ast/node.ts';
import { namedByString } from '../ast/relation-name.ts';
import { runsQuery } from '../sql/inner-queries.ts';
import { type Calling, pathOfAlias } from './calling.ts';
import { crosstabShape } from './crosstab.ts';
import type { Engine } from './engine.ts';
import { handedRows } from './handed-rows.ts';
import { joined, NO_ORIGINS, type Origins } from './origins.ts';
import { derivedRelation, listedColumns, type Relation, rowsRelation, tableRelation } from './relation.ts';
import { resolvePath } from './resolve-name.ts';
import { nameOfCall, rowCall } from './row-call.ts';
import { type RowFunction, rowFunction } from './row-functions.ts';
import type { Scope } from './scope.ts';
import { CERTAINTY, type Field, type Shape } from './shape.ts';
import { structFields } from './struct-fields.ts';
import { arrayRows } from './table-of.ts';

/** A relation that is a call, an array, a stage or whatever else FROM allows. It may use the relations before it. */
export function functionRelation(
  engine: Engine,
  relation: Expression,
  scope: Scope,
  calling: Calling,
): Relation {
  const { call, counted, defined, called } = rowCall(relation, calling);
  const path = pathOfAlias(called);
  const table = namedByString(call, engine.dialect)?.table ?? null;
  if (table !== null) {
    const columns = listedColumns(table, engine.catalog);
    return tableRelation(
      { path: path.length > 0 ? path : [table.table], isAlias: path.length > 0 },
      table,
      columns,
      (shape) => shape,
    );
  }
  const handed = handedRows(engine, call, path, scope);
  if (handed !== null) return handed;
  const name = nameOfCall(call);
  const known = rowFunction(name);
  if (runsQuery(name.split('.').at(-1) ?? '')) {
    const names = called.columns;
    return derivedRelation(path, crosstabShape(engine, expressions(call.body, 'args'), scope, names));
  }
  const nodes = /^(.+)\.nodes$/i.exec(name)?.[1];
  const origins =
    nodes === undefined
      ? argumentsOf(engine, call, known, scope)
      : [resolvePath(nodes.split('.'), scope, engine)];
  const all = joined(origins);
  const columns = defined.length > 0 ? defined : called.columns;
  if (columns.length > 0) {
    const fields = columns.map((column, index) => ({
      name: column,
      origins: columnOrigins(index, { columns, origins, all, known, counted }),
    }));
    return rowsRelation(path, { shape: fields, fields, origins: NO_ORIGINS });
  }
  return unnamedRows(path, all, known, {
    offset: identifier(call.body.offset_alias),
    elements: structFields(engine, firstArgument(call), scope),
    isRow: engine.dialect === 'bigquery',
  });
}

/** What each argument of the call is made from; nothing for a function that is not known to hand its arguments on. */
function argumentsOf(
  engine: Engine,
  call: Expression,
  known: RowFunction | undefined,
  scope: Scope,
): readonly Origins[] {
  if (known === undefined) return [];
  if (call.kind === 'function') return list(call.body, 'args').map((one) => engine.value(one, scope));
  const { this: first, expressions: more, passing, alias: _alias, schema: _schema, ...others } = call.body;
  if (call.kind === 'unnest')
    return [first, ...(Array.isArray(more) ? more : [])].map((one) => engine.value(one, scope));
  return [engine.value([first, passing, Object.values(others).filter(isNode)], scope)];
}

function columnOrigins(
  index: number,
  {
    columns,
    origins,
    all,
    known,
    counted,
  }: {
    columns: readonly string[];
    origins: readonly Origins[];
    all: Origins;
    known: RowFunction | undefined;
    counted: boolean;
  },
): Origins {
  if (counted && index === columns.length - 1) return NO_ORIGINS;
  const standard = known?.columns[index];
  if (columns.length === known?.columns.length && standard !== undefined && known.counts.includes(standard))
    return NO_ORIGINS;
  // UNNEST of several arrays gives a column each.
  const several =
    known?.byAlias === true && origins.length > 1 && origins.length === columns.length - (counted ? 1 : 0);
  return several ? (origins[index] ?? NO_ORIGINS) : all;
}

/** The rows of a call that nobody names the columns of. */
function unnamedRows(
  path: readonly string[],
  all: Origins,
  known: RowFunction | undefined,
  {
    offset,
    elements,
    isRow,
  }: {
    offset: string | null;
    /** The fields of the structs in the array. */
    elements: Shape | undefined;
    /** True when a star over the call gives the fields of its structs, of which nobody may know. */
    isRow: boolean;
  },
): Relation {
  if (known === undefined) return rowsRelation(path, { shape: [UNKNOWN], fields: [], origins: NO_ORIGINS });
  const numbered: readonly Field[] = offset === null ? [] : [{ name: offset, origins: NO_ORIGINS }];
  const standard = known.columns.map((name) => ({
    name,
    origins: known.counts.includes(name) ? NO_ORIGINS : all,
  }));
  const element: readonly Field[] = known.byAlias
    ? path.map((name) => ({ name, origins: all, fields: elements }))
    : [];
  const isNamed = !isRow && element.length > 0 && known.columns.length === 0;
  const unlisted = isNamed ? element : (elements ?? arrayRows(path, all).shape);
  const shape = known.columns.length > 0 ? standard : unlisted;
  return rowsRelation(path, {
    shape: [...shape, ...numbered],
    fields: [...element, ...standard, ...(elements ?? []), ...numbered],
    origins: all,
  });
}

const UNKNOWN = { find: () => ({ certainty: CERTAINTY.possible, origins: NO_ORIGINS }) };

const firstArgument = ({ kind, body }: Expression): Expression | null =>
  kind === 'function' ? (expressions(body, 'args')[0] ?? null) : child(body, 'this');

import {
  child,
  type Expression,
  expression,
  flag,
  identifier,
  identifiers,
  isNode,
  list,
  part,
  text,
} from '../ast/node.ts';
import { isSetOperation } from '../ast/query.ts';
import { relationName } from '../ast/relation-name.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { TableName } from '../sources.ts';
import { declaredColumns } from '../sql/declared-columns.ts';
import { lex } from '../sql/lexer.ts';
import { combined } from './combined.ts';
import { seeingCtes } from './ctes.ts';
import type { Engine } from './engine.ts';
import type { MadeShapes } from './made-shapes.ts';
import { joined, NO_ORIGINS } from './origins.ts';
import { ROOT_SCOPE } from './scope.ts';
import { type Field, isCalled, isHole, isListed, renamed, type Shape } from './shape.ts';
import { targetInFrom, writingScope } from './written-shape.ts';

/** Notes the table or view that a statement of the script makes or fills, with its columns. */
export function noteMade(engine: Engine, statement: Expression, made: MadeShapes): void {
  const { kind, body } = statement;
  if (kind === 'create_table') createTable(engine, body, made);
  else if (kind === 'create_view' || kind === 'cache') createView(engine, body, made);
  else if (kind === 'insert') insert(engine, body, made);
  else if (kind === 'update') update(engine, body, made);
  else if (kind === 'declare') declareTables(engine, body, made);
  else intoTable(engine, statement, made);
}

const nameIn = (engine: Engine, value: unknown): TableName | null =>
  isNode(value)
    ? relationName(
        isNode(value.name) || typeof value.name === 'string' ? value : part({ value }, 'value'),
        engine.dialect,
      ).name
    : null;

function createTable(engine: Engine, body: AstNode, made: MadeShapes): void {
  const name = nameIn(engine, body.name);
  if (name === null) return;
  const fields = list(body, 'columns').flatMap((one): readonly Field[] => {
    const column = part({ one }, 'one');
    const called = identifier(column.name);
    return called === null ? [] : [declaredField(called, flag(column, 'auto_increment'))];
  });
  const names = fields.flatMap((field) => field.name ?? []);
  const query = child(body, 'as_select');
  const source = nameIn(engine, body.clone_source);
  const temporary =
    flag(body, 'temporary') || text(body, 'table_modifier') !== null || name.table.startsWith('#');
  if (query !== null)
    made.set(name, renamed(engine.query(query, seeingCtes(engine, body, ROOT_SCOPE)), names), temporary);
  else if (source !== null) {
    const shape = engine.query({ kind: 'table', body: part(body, 'clone_source') }, ROOT_SCOPE);
    made.set(name, shape, temporary);
  } else made.set(name, fields, temporary);
}

const declaredField = (name: string, generated: boolean): Field => ({
  name,
  origins: NO_ORIGINS,
  ...(generated ? { generated } : {}),
});

function createView(engine: Engine, body: AstNode, made: MadeShapes): void {
  const name = nameIn(engine, body.name ?? { name: body.table });
  const query = child(body, 'query');
  if (name === null || query === null) return;
  const names = list(body, 'columns')
    .map((one) => identifier(part({ one }, 'one').name))
    .filter((column) => column !== null);
  made.set(name, renamed(engine.query(query, ROOT_SCOPE), names), flag(body, 'temporary'));
}

/** Rows that are added to a table of the script are made from their query, each column in its place or by the list. */
function insert(engine: Engine, body: AstNode, made: MadeShapes): void {
  const name = nameIn(engine, body.table);
  const query = child(body, 'query');
  const before = name === null ? null : made.get(name);
  if (name === null || query === null) return;
  if (before === null && !name.table.startsWith('@')) return;
  const columns = identifiers(body, 'columns');
  const rows = engine.query(query, seeingCtes(engine, body, ROOT_SCOPE));
  if (before === null || before.length === 0) made.set(name, renamed(rows, columns), true);
  else made.set(name, withRows(before, rows, columns), true);
}

/** Rows without a column list stand in the order of the table; those that the database fills itself may be left out. */
function withRows(before: Shape, rows: Shape, columns: readonly string[]): Shape {
  if (columns.length > 0) return filled(before, renamed(rows, columns));
  if (!isListed(before) || !isListed(rows)) return combined([before, rows], false);
  const given = before.filter((field) => field.generated !== true);
  const target = rows.length < before.length && rows.length === given.length ? given : before;
  return before.map((field) => ({
    ...field,
    origins: joined([field.origins, rows[target.indexOf(field)]?.origins ?? NO_ORIGINS]),
  }));
}

const filled = (before: Shape, rows: Shape): Shape =>
  before.map((item) => {
    if (isHole(item)) return item;
    const added = rows.find((one) => !isHole(one) && item.name !== null && isCalled(one, item.name));
    return added === undefined || isHole(added)
      ? item
      : {
          ...declaredField(item.name ?? '', item.generated === true),
          origins: joined([item.origins, added.origins]),
        };
  });

function update(engine: Engine, body: AstNode, made: MadeShapes): void {
  const meant = targetInFrom(body);
  const target = meant?.kind === 'alias' ? child(meant.body, 'this') : meant;
  const name = nameIn(engine, target?.body ?? body.table);
  const before = name === null ? null : made.get(name);
  if (name === null || before === null) return;
  const scope = writingScope(engine, body, ROOT_SCOPE);
  const fields = list(body, 'set').flatMap((pair) => {
    if (!Array.isArray(pair)) return [];
    return { name: identifier(pair[0])?.split('.').at(-1) ?? null, origins: engine.value(pair[1], scope) };
  });
  made.set(name, filled(before, fields), true);
}

/** T-SQL's `DECLARE @t TABLE (id int, …)`. */
function declareTables({ dialect }: Engine, body: AstNode, made: MadeShapes): void {
  for (const item of list(body, 'expressions')) {
    const one = expression(item);
    const name = one === null ? null : identifier(one.body.this);
    const tokens = lex(one === null ? '' : (text(one.body, 'kind') ?? ''), dialect);
    const declared = tokens[0]?.upper === 'TABLE' ? declaredColumns(tokens, 1) : null;
    if (name === null || declared === null) continue;
    const fields = declared.columns.map((column) => declaredField(column.name.text, column.generated));
    made.set({ db: null, schema: null, table: name }, fields, true);
  }
}

/** `SELECT … INTO t`, of which a set operation keeps the target in its first branch. */
function intoTable(engine: Engine, statement: Expression, made: MadeShapes): void {
  let first: Expression | null = statement;
  while (first !== null && isSetOperation(first.kind)) first = child(first.body, 'left');
  const into = first?.kind === 'select' ? part(first.body, 'into') : {};
  const target = child(into, 'this');
  const name = target?.kind === 'table' ? relationName(target.body, engine.dialect).name : null;
  if (name === null || name.table.startsWith('@')) return;
  made.set(name, engine.query(statement, ROOT_SCOPE), flag(into, 'temporary') || name.table.startsWith('#'));
}

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
import { combined } from './combined.ts';
import { seeingCtes } from './ctes.ts';
import type { Engine } from './engine.ts';
import type { MadeShapes } from './made-shapes.ts';
import { joined, NO_ORIGINS } from './origins.ts';
import { ROOT_SCOPE } from './scope.ts';
import { isCalled, isHole, renamed, type Shape } from './shape.ts';
import { changedTable, writingScope } from './written-shape.ts';

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
  const names = list(body, 'columns')
    .map((one) => identifier(part({ one }, 'one').name))
    .filter((column) => column !== null);
  const query = child(body, 'as_select');
  const source = nameIn(engine, body.clone_source);
  const temporary =
    flag(body, 'temporary') || text(body, 'table_modifier') !== null || name.table.startsWith('#');
  if (query !== null)
    made.set(name, renamed(engine.query(query, seeingCtes(engine, body, ROOT_SCOPE)), names), temporary);
  else if (source !== null) {
    const shape = engine.query({ kind: 'table', body: part(body, 'clone_source') }, ROOT_SCOPE);
    made.set(name, shape, temporary);
  } else
    made.set(
      name,
      names.map((column) => ({ name: column, origins: NO_ORIGINS })),
      temporary,
    );
}

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
  else
    made.set(
      name,
      columns.length === 0 ? combined([before, rows], false) : filled(before, renamed(rows, columns)),
      true,
    );
}

const filled = (before: Shape, rows: Shape): Shape =>
  before.map((item) => {
    if (isHole(item)) return item;
    const added = rows.find((one) => !isHole(one) && item.name !== null && isCalled(one, item.name));
    return added === undefined || isHole(added)
      ? item
      : { name: item.name, origins: joined([item.origins, added.origins]) };
  });

function update(engine: Engine, body: AstNode, made: MadeShapes): void {
  const name = nameIn(engine, changedTable(body));
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
function declareTables(_engine: Engine, body: AstNode, made: MadeShapes): void {
  for (const item of list(body, 'expressions')) {
    const one = expression(item);
    const name = one === null ? null : identifier(one.body.this);
    const columns = /^TABLE\s*\((.*)\)$/is.exec(one === null ? '' : (text(one.body, 'kind') ?? ''))?.[1];
    if (name === null || columns === undefined) continue;
    const fields = [...columns.matchAll(/(?:^|,)\s*\[?(\w+)\]?\s/g)].map((match) => ({
      name: match[1] ?? null,
      origins: NO_ORIGINS,
    }));
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

import {
  child,
  type Expression,
  expressions,
  identifier,
  identifiers,
  isNode,
  list,
  part,
} from '../ast/node.ts';
import { relationName } from '../ast/relation-name.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import { NO_CALLING } from './calling.ts';
import { seeingCtes } from './ctes.ts';
import type { Engine } from './engine.ts';
import { readJoin } from './join.ts';
import { derivedRelation, listedColumns } from './relation.ts';
import { innerScope, type Scope } from './scope.ts';
import { selectItem } from './select-item.ts';
import { renamed, type Shape } from './shape.ts';

/**
 * The columns that INSERT, UPDATE or DELETE gives back by RETURNING: they are read from the table that it writes, or for rows that are
 * new from the query that these come from.
 */
export function writtenShape(engine: Engine, { kind, body }: Expression, around: Scope): Shape {
  const query = kind === 'insert' ? child(body, 'query') : null;
  const scope =
    query === null ? writingScope(engine, body, around) : insertingScope(engine, body, query, around);
  return list(body, 'returning').flatMap((one) => {
    const item = child({ one }, 'one');
    return item === null ? [] : selectItem(engine, item, scope);
  });
}

/** The table with its new rows only. Without a list and a catalog its columns are taken to have the names of the query's. */
function insertingScope(engine: Engine, body: AstNode, query: Expression, around: Scope): Scope {
  const scope = innerScope(seeingCtes(engine, body, around));
  const { table, parts } = relationName(part(body, 'table'), engine.dialect);
  const listed = identifiers(body, 'columns');
  const names = listed.length > 0 || table === null ? listed : (listedColumns(table, engine.catalog) ?? []);
  const alias = identifier(body.alias);
  const rows = renamed(engine.query(query, scope), names);
  scope.relations.push(derivedRelation(alias === null ? parts : [alias], rows));
  return scope;
}

/** What the expressions of a statement that writes see: the table that it writes, and those that it reads beside it. */
export function writingScope(engine: Engine, body: AstNode, around: Scope): Scope {
  const scope = innerScope(seeingCtes(engine, body, around));
  const add = (table: unknown): void => {
    if (isNode(table)) engine.relation({ kind: 'table', body: table }, scope, NO_CALLING);
  };
  if (targetInFrom(body) === null) add(body.table);
  for (const table of [...list(body, 'extra_tables'), ...list(body, 'using')]) add(table);
  for (const one of list(part(body, 'from_clause'), 'expressions')) {
    const relation = child({ one }, 'one');
    if (relation !== null) engine.relation(relation, scope, NO_CALLING);
  }
  for (const join of [...list(body, 'table_joins'), ...list(body, 'from_joins'), ...list(body, 'joins')]) {
    if (isNode(join)) readJoin(engine, join, scope);
  }
  return scope;
}

/** T-SQL's `UPDATE t SET … FROM orders t`: the relation of the FROM that is meant; null when the target is named itself. */
export function targetInFrom(body: AstNode): Expression | null {
  const target = part(body, 'table');
  const called = identifier(target.name)?.toLowerCase();
  if (called === undefined || isNode(target.schema)) return null;
  const joins = list(body, 'from_joins').map((join) => child(part({ join }, 'join'), 'this'));
  const relations = [...expressions(part(body, 'from_clause'), 'expressions'), ...joins];
  return (
    relations.find((one) => {
      const name = one === null ? null : (identifier(one.body.alias) ?? identifier(one.body.name));
      return name?.toLowerCase() === called;
    }) ?? null
  );
}

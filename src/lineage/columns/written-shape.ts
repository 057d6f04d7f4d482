import { child, type Expression, identifier, isNode, list, part } from '../ast/node.ts';
import { NO_CALLING } from './calling.ts';
import { seeingCtes } from './ctes.ts';
import type { Engine } from './engine.ts';
import { readJoin } from './join.ts';
import { innerScope, type Scope } from './scope.ts';
import { selectItem } from './select-item.ts';
import type { Shape } from './shape.ts';

/** The columns that INSERT, UPDATE or DELETE gives back by RETURNING: they are read from the table that it writes. */
export function writtenShape(engine: Engine, { body }: Expression, around: Scope): Shape {
  const scope = writingScope(engine, body, around);
  return list(body, 'returning').flatMap((one) => {
    const item = child({ one }, 'one');
    return item === null ? [] : selectItem(engine, item, scope);
  });
}

/** What the expressions of a statement that writes see: the table that it writes, and those that it reads beside it. */
export function writingScope(engine: Engine, body: Expression['body'], around: Scope): Scope {
  const scope = innerScope(seeingCtes(engine, body, around));
  const add = (table: unknown): void => {
    if (isNode(table)) engine.relation({ kind: 'table', body: table }, scope, NO_CALLING);
  };
  if (changedTable(body) === body.table) add(body.table);
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

/** The table that UPDATE or DELETE changes; T-SQL names it by its alias in FROM: `UPDATE o SET … FROM orders o`. */
export function changedTable(body: Expression['body']): unknown {
  const name = isNode(body.table) && !isNode(body.table.schema) ? identifier(body.table.name) : null;
  if (name === null) return body.table;
  const joined = list(body, 'from_joins').map((join) => (isNode(join) ? join.this : null));
  for (const one of [...list(part(body, 'from_clause'), 'expressions'), ...joined]) {
    const table = child({ one }, 'one');
    const alias = table?.kind === 'table' ? identifier(table.body.alias) : null;
    if (alias?.toLowerCase() === name.toLowerCase()) return table?.body;
  }
  return body.table;
}

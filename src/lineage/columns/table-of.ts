import { relationName } from '../ast/relation-name.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import { HAS_ARRAY_PATHS } from '../sql/keywords.ts';
import type { Calling } from './calling.ts';
import type { Engine } from './engine.ts';
import { NO_ORIGINS } from './origins.ts';
import { derivedRelation, listedColumns, type Relation, rowsRelation, tableRelation } from './relation.ts';
import { relationNamed, resolvePath } from './resolve-name.ts';
import { findCte, type Scope } from './scope.ts';
import { CERTAINTY, type Field, renamed } from './shape.ts';

/** The relation that a name in FROM means: a common table expression, an array in a row, a table of the script or of the database. */
export function tableOf(engine: Engine, body: AstNode, scope: Scope, calling: Calling): Relation {
  const { parts, name, table, inOnePair = false } = relationName(body, engine.dialect);
  // The tree gives BigQuery's quoted paths themselves as alias.
  const isAlias = calling.name !== null && calling.name !== parts.join('.');
  const path = isAlias && calling.name !== null ? [calling.name] : parts;
  const [head = ''] = parts;
  const cte = parts.length === 1 ? findCte(scope, head) : null;
  if (cte !== null) return derivedRelation(path, renamed(cte.shape(), calling.columns));
  if (!inOnePair && isArrayPath(engine, parts, scope)) {
    return arrayRows(path.slice(-1), resolvePath(parts, scope, engine));
  }
  const made = name === null ? null : engine.made(name);
  if (made !== null) return derivedRelation(path, renamed(made, calling.columns));
  if (table === null) return rowsRelation(path, { shape: [], fields: [], origins: NO_ORIGINS });
  const columns = listedColumns(table, engine.catalog);
  return tableRelation({ path, isAlias }, table, columns, (shape) => renamed(shape, calling.columns));
}

function isArrayPath(engine: Engine, parts: readonly string[], scope: Scope): boolean {
  if (parts.length < 2 || !HAS_ARRAY_PATHS.has(engine.dialect)) return false;
  const head = [(parts[0] ?? '').toLowerCase()];
  for (let at: Scope | null = scope; at !== null; at = at.around) {
    if (at.relations.some(({ path }) => path.at(-1) === head[0])) return true;
  }
  return relationNamed(scope.relations, head) !== null;
}

/** The rows of an array: its alias is the element, anything else a field in it. */
export function arrayRows(path: readonly string[], origins: Relation['row']): Relation {
  const from = origins ?? NO_ORIGINS;
  const element: readonly Field[] = path.map((name) => ({ name, origins: from }));
  const unknown = { find: () => ({ certainty: CERTAINTY.possible, origins: from }) };
  return rowsRelation(path, { shape: [unknown], fields: element, origins: from });
}

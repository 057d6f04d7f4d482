import type { AstNode } from '../parser/sql-parser.ts';
import { HAS_ARRAY_PATHS } from '../sql/keywords.ts';
import {
  asNode,
  child,
  type Expression,
  expression,
  expressions,
  identifier,
  isNode,
  list,
  part,
  text,
} from './node.ts';
import { pathOf } from './path.ts';
import { namedByString, relationName } from './relation-name.ts';
import { isNamed, type Reader, type Sight } from './sight.ts';

/** Reads the relations of a FROM and its joins. Returns what the rest of their query sees. */
export function readRelations(reader: Reader, relations: readonly unknown[], around: Sight): Sight {
  const names = new Set<string>();
  const sight: Sight = { ...around, relations: { names, around: around.relations } };
  for (const one of relations) readRelation(reader, one, sight, names);
  return sight;
}

function readRelation(reader: Reader, value: unknown, sight: Sight, names: Set<string>): void {
  const relation = expression(value);
  if (relation === null) {
    if (isNode(value) && 'this' in value) readJoin(reader, value, sight, names);
    return;
  }
  const { kind, body } = relation;
  if (kind === 'table') {
    readTable(reader, body, sight);
    addName(names, identifier(body.alias) ?? identifier(body.name));
    return;
  }
  if (kind === 'joined_table') {
    readRelation(reader, body.left, sight, names);
    for (const join of list(body, 'joins')) readRelation(reader, join, sight, names);
    return;
  }
  if (kind === 'function') readCall(reader, relation, sight);
  else if (HOLDS_RELATION.has(kind)) {
    const { this: inner, ...others } = body;
    readRelation(reader, inner, sight, names);
    reader.walk(Object.values(others), sight);
  } else reader.walk(value, sight);
  addName(names, identifier(body.alias));
}

/** What stands around a relation in FROM, under the key `this`. */
const HOLDS_RELATION = new Set([
  'alias',
  'paren',
  'pivot',
  'unpivot',
  'match_recognize',
  'lateral',
  'table_sample',
]);

function readJoin(reader: Reader, join: AstNode, sight: Sight, names: Set<string>): void {
  const { this: inner, ...others } = join;
  readRelation(reader, inner, sight, names);
  reader.walk(Object.values(others), sight);
}

function readCall(reader: Reader, call: Expression, sight: Sight): void {
  const named = namedByString(call, reader.dialect);
  if (named?.table) reader.add(named.table);
  for (const argument of expressions(call.body, 'args')) {
    const table = tableArgument(argument);
    if (table !== null) readTable(reader, table, sight);
    else if (argument.kind === 'function') readCall(reader, argument, sight);
    else reader.walk(asNode(argument), sight);
  }
}

/** The table that a function is given as `TABLE t` or `TABLE(t)`. */
function tableArgument(argument: Expression): AstNode | null {
  const { kind, body } = argument;
  if (kind === 'table_argument') {
    const table = text(body, 'prefix')?.toUpperCase() === 'TABLE' ? child(body, 'this') : null;
    return table?.kind === 'table' ? table.body : null;
  }
  const value = kind === 'named_argument' ? child(body, 'value') : argument;
  if (value?.kind !== 'function' || text(value.body, 'name')?.toLowerCase() !== 'table') return null;
  const [column] = expressions(value.body, 'args');
  const path = column === undefined ? null : pathOf(column);
  if (path === null) return null;
  const [name, schema = null, catalog = null] = path.toReversed();
  return { name, schema, catalog };
}

function addName(names: Set<string>, name: string | null): void {
  if (name !== null) names.add(name.toLowerCase());
}

/** Reads the body of a `table` node that stands where a relation is read. */
export function readTable(reader: Reader, body: AstNode, sight: Sight): void {
  const { parts, table, inOnePair } = relationName(tableBehindWord(body), reader.dialect);
  const own = parts.at(-1)?.toLowerCase() ?? '';
  const [head = ''] = parts;
  if (table === null) return;
  if (parts.length === 1) {
    if ((table.server ?? null) === null && isNamed(sight.ctes, own)) return;
  } else if (mayBePath(reader, inOnePair) && isNamed(sight.relations, head.toLowerCase())) return;
  const called = identifier(body.alias)?.toLowerCase() ?? own;
  if (!sight.changed.has(called)) reader.add(table);
}

const mayBePath = ({ dialect }: Reader, inOnePair = false): boolean =>
  HAS_ARRAY_PATHS.has(dialect) && !inOnePair;

/** `(TABLE t)`, which the tree holds as a table named `table` with the alias `t`. */
function tableBehindWord(body: AstNode): AstNode {
  const isWord =
    identifier(body.name)?.toLowerCase() === 'table' &&
    body.alias !== null &&
    body.alias_explicit_as !== true;
  return isWord && identifier(body.alias) !== null && part(body, 'name').quoted !== true
    ? { name: body.alias }
    : body;
}

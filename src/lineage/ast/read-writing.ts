import type { AstNode } from '../parser/sql-parser.ts';
import { child, type Expression, identifier, isNode, list, part } from './node.ts';
import { readRelations, readTable } from './read-relation.ts';
import type { Reader, Sight } from './sight.ts';

/** Reads a statement that writes: only what it takes the rows from. False when `one` is another kind of expression. */
export function readWriting(reader: Reader, { kind, body }: Expression, around: Sight): boolean {
  if (kind === 'insert' || kind === 'create_table' || kind === 'create_view')
    readCopied(reader, body, around);
  else if (kind === 'update' || kind === 'delete' || kind === 'merge') readChanged(reader, body, around);
  // A function, procedure, index or trigger reads nothing when it is made.
  else return kind.startsWith('create_');
  return true;
}

function readCopied(reader: Reader, body: AstNode, around: Sight): void {
  const { table: _table, name: _name, with: _with, with_cte: _list, clone_source: source, ...others } = body;
  const sight = reader.readWith(body, around);
  if (isNode(source)) readTable(reader, source, sight);
  reader.walk(Object.values(others), sight);
}

/** Keys that hold relations, in UPDATE, DELETE and MERGE. */
const RELATIONS = new Set(['from_clause', 'from_joins', 'table_joins', 'extra_tables', 'using', 'joins']);

function readChanged(reader: Reader, body: AstNode, around: Sight): void {
  const target = child(body, 'this')?.body ?? part(body, 'table');
  const changed = new Set<string>();
  for (const one of [target, ...list(body, 'tables'), { name: body.alias }]) {
    if (!isNode(one)) continue;
    for (const name of [identifier(one.name), identifier(one.alias)]) {
      if (name !== null) changed.add(name.toLowerCase());
    }
  }
  const relations: unknown[] = [];
  const others: unknown[] = [];
  for (const [key, value] of Object.entries(body)) {
    if (RELATIONS.has(key)) relations.push(...relationsIn(value));
    else if (!['this', 'table', 'tables', 'with', 'with_'].includes(key)) others.push(value);
  }
  const sight = readRelations(reader, relations, { ...reader.readWith(body, around), changed });
  reader.walk(others, sight);
}

/** A FROM, a list of joins or of bare tables, or one relation. */
function relationsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value))
    return value.map((one) => (isNode(one) && isNode(one.name) ? { table: one } : one));
  if (!isNode(value)) return [];
  return Array.isArray(value.expressions) ? value.expressions : [value];
}

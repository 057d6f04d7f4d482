import type { Dialect } from '../dialect.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { TableName } from '../sources.ts';
import { RECURSIVE_IS_OPTIONAL } from '../sql/keywords.ts';
import { asNode, type Expression, expression, expressions, isNode, list, part } from './node.ts';
import { pathOf } from './path.ts';
import { branchesOf, ctesOf, isSetOperation, tableCommand } from './query.ts';
import { readRelations, readTable } from './read-relation.ts';
import { readWriting } from './read-writing.ts';
import { NOTHING_SEEN, type Reader, type Sight, seeing } from './sight.ts';

export interface StatementTables {
  /** The tables that the statement reads, each once, as written. What it only writes is not among them. */
  readonly tables: readonly TableName[];
  /** The names of its common table expressions. */
  readonly ctes: readonly string[];
}

/** The tables that one statement reads, by the scopes of its queries and common table expressions. It never throws. */
export function tablesOf(statement: AstNode, dialect: Dialect): StatementTables {
  const tables = new Map<string, TableName>();
  const ctes = new Set<string>();
  const reader: Reader = {
    dialect,
    add: (name) => void tables.set(JSON.stringify(name), name),
    walk: (value, sight) => walk(reader, value, sight),
    readWith: (body, sight) => readWith(reader, body, sight, ctes),
  };
  try {
    walk(reader, statement, NOTHING_SEEN);
  } catch (error) {
    // A tree too deep for the stack: what was found stands, and the scanner sees the rest.
    if (!(error instanceof RangeError)) throw error;
  }
  return { tables: [...tables.values()], ctes: [...ctes] };
}

function walk(reader: Reader, value: unknown, sight: Sight): void {
  if (Array.isArray(value)) {
    for (const one of value) if (typeof one === 'object') walk(reader, one, sight);
    return;
  }
  if (!isNode(value)) return;
  const one = expression(value);
  if (one !== null && readQuery(reader, one, sight)) return;
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === 'object' && inner !== null) walk(reader, inner, sight);
  }
}

/** Reads a query or statement; false when `one` is another kind of expression. */
function readQuery(reader: Reader, one: Expression, sight: Sight): boolean {
  if (one.kind === 'select') readSelect(reader, one.body, sight);
  else if (isSetOperation(one.kind)) readBranches(reader, one, sight, null);
  else if (one.kind === 'alias') {
    const table = tableCommand(one);
    if (table === null) return false;
    readTable(reader, table, sight);
  } else if (one.kind === 'in' && one.body.is_field === true && reader.dialect === 'clickhouse') {
    readMembers(reader, one.body, sight);
  } else return one.kind === 'table' || readWriting(reader, one, sight);
  return true;
}

/** ClickHouse's `x IN t`: a table, where other databases want a list. */
function readMembers(reader: Reader, body: AstNode, sight: Sight): void {
  walk(reader, body.this, sight);
  const [members] = expressions(body, 'expressions');
  const [name, schema = null, ...more] = (members === undefined ? null : pathOf(members))?.toReversed() ?? [];
  if (name !== undefined && more.length === 0) readTable(reader, { name, schema }, sight);
}

function readSelect(reader: Reader, body: AstNode, around: Sight): void {
  const { from, joins, with: _with, into: _into, locks: _locks, ...others } = body;
  const outer = reader.readWith(body, around);
  const relations = [...list(part({ from }, 'from'), 'expressions'), ...list({ joins }, 'joins')];
  const sight = readRelations(reader, relations, { ...outer, changed: NOTHING_SEEN.changed });
  walk(reader, Object.values(others), sight);
}

/** `own` is the name of a common table expression that later branches may mean. */
function readBranches(reader: Reader, operation: Expression, around: Sight, own: string | null): void {
  const sight = reader.readWith(operation.body, around);
  const later = own === null ? sight : seeing(sight, own);
  const { first, rest } = branchesOf(operation);
  if (first !== null) walk(reader, asNode(first), sight);
  for (const { branch } of rest) walk(reader, asNode(branch), later);
}

function readWith(reader: Reader, body: AstNode, around: Sight, names: Set<string>): Sight {
  let sight = around;
  for (const cte of ctesOf(body)) {
    const own = cte.name.toLowerCase();
    const inside = cte.recursive && !cte.isValue ? seeing(sight, own) : sight;
    // Without the word RECURSIVE only a later branch can mean the expression itself.
    if (isSetOperation(cte.body.kind) && RECURSIVE_IS_OPTIONAL.has(reader.dialect)) {
      readBranches(reader, cte.body, inside, own);
    } else walk(reader, asNode(cte.body), inside);
    if (!cte.isValue) names.add(cte.name);
    sight = seeing(sight, own);
  }
  return sight;
}

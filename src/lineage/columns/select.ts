import { asNode, child, type Expression, expressions, identifier, isNode, list, part } from '../ast/node.ts';
import { ctesOf } from '../ast/query.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import { aliasesAnywhere, aliasesToTheLeft, type GrowingAliases } from './aliases.ts';
import { seeingCtes } from './ctes.ts';
import type { Engine } from './engine.ts';
import { readFrom } from './from.ts';
import { NO_ORIGINS } from './origins.ts';
import type { Relation } from './relation.ts';
import { innerScope, type Scope } from './scope.ts';
import { selectItem } from './select-item.ts';
import { CERTAINTY, type Item, isHole, type Shape, wholeOf } from './shape.ts';

/** The columns of a SELECT that stands in `around`. */
export function selectShape(engine: Engine, body: AstNode, around: Scope): Shape {
  const outer = seeingCtes(engine, body, around);
  const scope = innerScope(outer, { windows: windowsOf(body) });
  readFrom(engine, body, scope);
  if (isNode(body.connect)) scope.relations.push(OF_HIERARCHY);
  const items = expressions(body, 'expressions');
  const aliases =
    engine.dialect === 'clickhouse'
      ? clickhouseAliases(engine, body, items, scope)
      : aliasesToTheLeft(engine);
  scope.aliases = aliases;
  const shape: Item[] = [];
  for (const item of items) {
    const given = selectItem(engine, item, scope);
    shape.push(...given);
    const [only] = given;
    if (given.length !== 1 || only === undefined || isHole(only)) continue;
    if (only.name !== null && item.kind !== 'column' && engine.dialect !== 'clickhouse')
      aliases?.add(only.name, only.origins);
  }
  // FOR XML and FOR JSON make one text of all rows.
  const isText = list(body, 'for_xml').length + list(body, 'for_json').length > 0;
  return isText ? [{ name: null, origins: wholeOf(shape) }] : shape;
}

/** What CONNECT BY adds to the columns in sight, though not to a star. */
const OF_HIERARCHY: Relation = {
  path: [],
  shape: [],
  row: null,
  find: (name) =>
    /^(?:level|connect_by_isleaf|connect_by_iscycle)$/i.test(name)
      ? { certainty: CERTAINTY.known, origins: NO_ORIGINS }
      : null,
};

function windowsOf(body: AstNode): ReadonlyMap<string, AstNode> {
  const windows = new Map<string, AstNode>();
  for (const one of list(body, 'windows')) {
    const name = isNode(one) ? identifier(one.name) : null;
    if (name !== null && isNode(one)) windows.set(name.toLowerCase(), part(one, 'spec'));
  }
  return windows;
}

function clickhouseAliases(
  engine: Engine,
  body: AstNode,
  items: readonly Expression[],
  scope: Scope,
): GrowingAliases {
  const byName = new Map<string, Expression>();
  for (const { isValue, name, body: value } of ctesOf(body))
    if (isValue) byName.set(name.toLowerCase(), value);
  for (const { kind, body: alias } of items) {
    const name = kind === 'alias' ? identifier(alias.alias) : null;
    const value = child(alias, 'this');
    if (name !== null && value !== null) byName.set(name.toLowerCase(), value);
  }
  return aliasesAnywhere(byName, (value) => engine.value(asNode(value), scope));
}

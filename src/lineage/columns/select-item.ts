import {
  asNode,
  child,
  type Expression,
  expression,
  expressions,
  identifier,
  identifiers,
  list,
  part,
  text,
} from '../ast/node.ts';
import { pathOf } from '../ast/path.ts';
import type { Engine } from './engine.ts';
import { NO_ORIGINS, type Origins } from './origins.ts';
import { outputName } from './output-name.ts';
import { relationNamed, resolveMeaning } from './resolve-name.ts';
import { rowFunction } from './row-functions.ts';
import type { Scope } from './scope.ts';
import { type Field, isHole, type Shape } from './shape.ts';
import { changedItems, type StarChanges, starItems } from './star-items.ts';
import { structFields } from './struct-fields.ts';

const NOBODY_KNOWS: Shape = [{ find: () => null }];

/** The columns that one item of a SELECT list gives: more than one for a star and for some functions. */
export function selectItem(engine: Engine, item: Expression, scope: Scope): Shape {
  const { kind, body } = item;
  if (kind === 'annotated') {
    const inner = child(body, 'this');
    return inner === null ? [] : selectItem(engine, inner, scope);
  }
  if (kind === 'star') return starOf(engine, item, scope);
  if (kind === 'dot' && identifier(body.field) === '*') {
    return structFields(engine, child(body, 'this'), scope) ?? NOBODY_KNOWS;
  }
  if (kind === 'apply') return appliedStar(engine, item, scope);
  if (kind === 'alias' && list(body, 'column_aliases').length > 0) {
    return severalColumns(engine, child(body, 'this'), identifiers(body, 'column_aliases'), scope);
  }
  if (kind === 'eq' && engine.dialect === 'tsql') {
    const name = identifier(body.left);
    if (name !== null) return [{ name, origins: engine.value(body.right, scope) }];
  }
  if (kind === 'query_transform') return transformed(engine, item, scope);
  const generator = /^(?:posexplode(?:_outer)?|json_tuple|inline(?:_outer)?|stack)$/i.exec(
    text(body, 'name') ?? '',
  )?.[0];
  if (kind === 'function' && generator !== undefined) return generated(engine, item, generator, scope);
  if (kind === 'function' && text(body, 'name')?.toLowerCase() === 'columns') return NOBODY_KNOWS;
  return [
    {
      name: outputName(item, engine.dialect),
      origins: engine.value(asNode(item), scope),
      fields: structFields(engine, kind === 'alias' ? child(body, 'this') : item, scope),
      plain: isPlain(engine, kind === 'alias' ? child(body, 'this') : item, scope),
    },
  ];
}

/** Whether an expression is nothing but a table's column, perhaps through queries that hand it on. */
function isPlain(engine: Engine, value: Expression | null, scope: Scope): boolean {
  const path = value === null || !['column', 'dot'].includes(value.kind) ? null : pathOf(value);
  return path !== null && resolveMeaning(path, scope, engine)?.plain === true;
}

function starOf(engine: Engine, { body }: Expression, scope: Scope): Shape {
  const qualifier = identifier(body.table)?.split('.') ?? null;
  const items = qualifier === null ? starItems(scope) : itemsOf(engine, qualifier, scope);
  return changedItems(items, starChanges(engine, body, scope));
}

/** `t.*`: the columns of a relation, or the fields of a struct. */
function itemsOf(engine: Engine, qualifier: readonly string[], scope: Scope): Shape {
  const lower = qualifier.map((part) => part.toLowerCase());
  for (let at: Scope | null = scope; at !== null; at = at.around) {
    const relation = relationNamed(at.relations, lower);
    if (relation !== null) return relation.shape;
  }
  return resolveMeaning(qualifier, scope, engine)?.fields ?? NOBODY_KNOWS;
}

function starChanges(engine: Engine, body: Expression['body'], scope: Scope): StarChanges {
  const replaced = new Map<string, Field>();
  for (const one of list(body, 'replace')) {
    const wrapped = expression(one);
    const alias = wrapped?.kind === 'alias' ? wrapped.body : part({ one }, 'one');
    const name = identifier(alias.alias);
    if (name !== null) replaced.set(name.toLowerCase(), { name, origins: engine.value(alias.this, scope) });
  }
  const renamed = new Map<string, string>();
  for (const pair of list(body, 'rename')) {
    const [old, name] = Array.isArray(pair) ? pair.map(identifier) : [];
    if (old && name) renamed.set(old.toLowerCase(), name);
  }
  const left = new Set(identifiers(body, 'except').map((name) => name.toLowerCase()));
  return { left, replaced, renamed };
}

/** ClickHouse's `* APPLY f`: each column under a name that the function changes. */
function appliedStar(engine: Engine, { body }: Expression, scope: Scope): Shape {
  const inner = child(body, 'this');
  const items = inner === null ? [] : selectItem(engine, inner, scope);
  return items.map((item) => (isHole(item) ? item : { name: null, origins: item.origins }));
}

/** Spark's `f(…) AS (a, b)`. */
function severalColumns(
  engine: Engine,
  call: Expression | null,
  names: readonly string[],
  scope: Scope,
): Shape {
  if (call === null) return names.map((name) => ({ name, origins: NO_ORIGINS }));
  const called = (text(call.body, 'name') ?? call.kind).toLowerCase();
  const args = list(call.body, 'args');
  const all = engine.value(asNode(call), scope);
  const counts = rowFunction(called)?.counts.length ?? 0;
  return names.map((name, index) => ({
    name,
    origins:
      called === 'stack'
        ? stacked(engine, args, index, names.length, scope)
        : index < counts
          ? NO_ORIGINS
          : all,
  }));
}

/** `stack(n, …)` lays its values out in n rows: each column is made from every so-manieth value. */
function stacked(
  engine: Engine,
  args: readonly unknown[],
  index: number,
  width: number,
  scope: Scope,
): Origins {
  return engine.value(
    args.slice(1).filter((_value, at) => at % width === index),
    scope,
  );
}

/** Hive's `TRANSFORM (a, b) USING 'script' AS (x, y)`: what the script makes of what nobody knows, so all of it counts. */
function transformed(engine: Engine, { body }: Expression, scope: Scope): Shape {
  const origins = engine.value(body.expressions, scope);
  const named = expressions(child(body, 'schema')?.body ?? {}, 'expressions').map((one) =>
    identifier(one.body.name),
  );
  const names = named.length > 0 ? named : ['key', 'value'];
  return names.map((name) => ({ name, origins }));
}

/** A function that gives several columns and is not told their names. */
function generated(engine: Engine, item: Expression, called: string, scope: Scope): Shape {
  const origins = engine.value(asNode(item), scope);
  const known = rowFunction(called);
  const names =
    called.toLowerCase() === 'json_tuple'
      ? known?.columns.slice(0, list(item.body, 'args').length - 1)
      : known?.columns;
  if (names === undefined || names.length === 0) return NOBODY_KNOWS;
  return names.map((name) => ({ name, origins: known?.counts.includes(name) ? NO_ORIGINS : origins }));
}

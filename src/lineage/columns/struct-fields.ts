import { asNode, child, type Expression, expressions, identifier, text } from '../ast/node.ts';
import { pathOf } from '../ast/path.ts';
import { HAS_FIELDS } from './dialect-columns.ts';
import type { Engine } from './engine.ts';
import { outputName } from './output-name.ts';
import { resolveMeaning } from './resolve-name.ts';
import type { Scope } from './scope.ts';
import type { Shape } from './shape.ts';

/** Kinds of expressions, and functions, that hand on a struct that they are given, alone or in an array. */
const HANDS_ON = new Set(
  'paren annotated subquery subscript array_agg any_value first last min max array_distinct array_reverse'.split(
    ' ',
  ),
);
const FUNCTIONS_HAND_ON = new Set(
  'array array_agg any_value first last min max collect_list collect_set explode array_concat_agg'.split(' '),
);

/** The fields of the struct, or of the array of structs, that an expression makes or hands on; undefined when they are not known. */
export function structFields(engine: Engine, value: Expression | null, scope: Scope): Shape | undefined {
  if (value === null || !HAS_FIELDS.has(engine.dialect)) return undefined;
  const { kind, body } = value;
  if (kind === 'column' || kind === 'dot') {
    const path = pathOf(value);
    return path === null ? undefined : (resolveMeaning(path, scope, engine)?.fields ?? undefined);
  }
  if (HANDS_ON.has(kind)) return structFields(engine, child(body, 'this'), scope);
  // `SELECT AS STRUCT a, b`
  if (kind === 'select') return text(body, 'kind') === 'STRUCT' ? engine.query(value, scope) : undefined;
  if (kind === 'array_func') return structFields(engine, expressions(body, 'expressions')[0] ?? null, scope);
  if (kind !== 'function') return undefined;
  const called = text(body, 'name')?.toLowerCase() ?? '';
  const args = expressions(body, 'args');
  if (called === 'struct') return structOf(engine, args, scope);
  if (called === 'named_struct') return namedStructOf(engine, args, scope);
  return FUNCTIONS_HAND_ON.has(called) ? structFields(engine, args[0] ?? null, scope) : undefined;
}

const structOf = (engine: Engine, args: readonly Expression[], scope: Scope): Shape | undefined =>
  args.some(({ kind }) => kind === 'star')
    ? undefined
    : args.map((one) => ({
        name: outputName(one, engine.dialect),
        origins: engine.value(asNode(one), scope),
        fields: structFields(engine, one.kind === 'alias' ? child(one.body, 'this') : one, scope),
      }));

/** `named_struct('a', x, 'b', y)` */
const namedStructOf = (engine: Engine, args: readonly Expression[], scope: Scope): Shape =>
  args.flatMap((name, at) => {
    const value = args[at + 1];
    if (at % 2 === 1 || value === undefined) return [];
    return {
      name: identifier(asNode(name)),
      origins: engine.value(asNode(value), scope),
      fields: structFields(engine, value, scope),
    };
  });

import {
  child,
  type Expression,
  expression,
  identifier,
  identifiers,
  isNode,
  isQuoted,
  text,
} from '../ast/node.ts';
import { hasBrackets, pathOf, withoutBrackets } from '../ast/path.ts';
import { isSetOperation } from '../ast/query.ts';
import { isTypeOfConvert, isUnit } from './dialect-columns.ts';
import type { Engine } from './engine.ts';
import { joined, NO_ORIGINS, type Origins } from './origins.ts';
import { derivedRelation } from './relation.ts';
import { relationNamed, resolvePath } from './resolve-name.ts';
import { innerScope, type Scope } from './scope.ts';
import { wholeOf } from './shape.ts';
import { starItems } from './star-items.ts';

/**
 * What a value is made from: every column in the expression, those of windows, filters and conditions too, and what the
 * queries in it give. What such a query only filters by is no part of the value, nor is anything that EXISTS looks at.
 */
export function originsOfValue(engine: Engine, value: unknown, scope: Scope): Origins {
  if (Array.isArray(value)) return joined(value.map((one) => originsOfValue(engine, one, scope)));
  if (!isNode(value)) return NO_ORIGINS;
  const one = expression(value);
  return (one === null ? null : special(engine, one, scope)) ?? inside(engine, value, scope);
}

function inside(engine: Engine, value: object, scope: Scope): Origins {
  const found: Origins[] = [];
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) found.push(originsOfValue(engine, inner, scope));
  }
  return joined(found);
}

/** What an expression of a particular kind is made from; null for one that is made from all that stands in it. */
function special(engine: Engine, one: Expression, scope: Scope): Origins | null {
  const { kind, body } = one;
  if (kind === 'select' || kind === 'values' || isSetOperation(kind))
    return wholeOf(engine.query(one, scope));
  if (kind === 'column' || kind === 'dot') {
    const path = withoutPlaces(pathOf(one), engine);
    return path === null ? null : resolvePath(path, scope, engine, hasBrackets(one) || undefined);
  }
  if (kind === 'exists' || kind === 'data_type' || kind === 'star') return NO_ORIGINS;
  if (kind === 'cast' || kind === 'try_cast' || kind === 'safe_cast')
    return originsOfValue(engine, body.this, scope);
  if (kind === 'function') return ofCall(engine, one, scope);
  if (kind === 'method_call') return ofMethod(engine, one, scope);
  if (kind === 'lambda') {
    const parameters = identifiers(body, 'parameters').map((name) => ({ name, origins: NO_ORIGINS }));
    const own = innerScope(scope, { relations: [derivedRelation([], parameters)], windows: scope.windows });
    return originsOfValue(engine, body.body, own);
  }
  if (kind === 'connect_by_root') {
    const name = identifier(body.this);
    // A dotted name is a path already; a bare one is a word to the parser.
    return name === null ? null : resolvePath([name], scope, engine);
  }
  if (kind === 'window_function') return ofWindow(engine, one, scope);
  return null;
}

/** ClickHouse's `pair.1` is a place in a tuple: no column has a number for a name. */
function withoutPlaces(path: readonly string[] | null, { dialect }: Engine): readonly string[] | null {
  if (path === null || dialect !== 'clickhouse') return path;
  const place = path.findIndex((part, at) => at > 0 && /^\d+$/.test(part));
  return place < 0 ? path : path.slice(0, place);
}

function ofCall(engine: Engine, { body }: Expression, scope: Scope): Origins {
  const called = text(body, 'name') ?? '';
  const { args, ...others } = body;
  // MATCH_RECOGNIZE's classifier(u) names a variable of the pattern.
  if (called.toLowerCase() === 'classifier') return NO_ORIGINS;
  const values = Array.isArray(args) ? args : [];
  const origins = values.map((argument, at) => {
    const one = expression(argument);
    // COUNT_BIG(*) counts rows; OBJECT_CONSTRUCT(*) and HASH(*) are made of them.
    if (one?.kind === 'star') return /^count/i.test(called) ? NO_ORIGINS : wholeOf(starItems(scope));
    const bare = one?.kind === 'column' && !isNode(one.body.table) && !isQuoted(one.body.name);
    const word = bare ? identifier(one.body.name) : null;
    if (word !== null && (isUnit(called, word, { at, of: values.length }) || isTypeOfConvert(called, word)))
      return NO_ORIGINS;
    return originsOfValue(engine, argument, scope);
  });
  return joined([...origins, inside(engine, others, scope)]);
}

/** `column.method(…)`, or a function with the schema that it stands in. */
function ofMethod(engine: Engine, { body }: Expression, scope: Scope): Origins {
  const subject = child(body, 'this');
  const path = subject === null ? null : pathOf(withoutBrackets(subject));
  const isSchema = path !== null && !hasRelation(scope, path) && !isXmlMethod(identifier(body.method));
  return joined([
    isSchema ? NO_ORIGINS : originsOfValue(engine, body.this, scope),
    originsOfValue(engine, body.args, scope),
  ]);
}

const isXmlMethod = (name: string | null): boolean =>
  /^(?:value|query|exist|nodes|modify)$/i.test(name ?? '');

function hasRelation(scope: Scope, path: readonly string[]): boolean {
  const [head = ''] = path;
  for (let at: Scope | null = scope; at !== null; at = at.around) {
    if (path.length > 1 && relationNamed(at.relations, [head.toLowerCase()]) !== null) return true;
  }
  return false;
}

function ofWindow(engine: Engine, { body }: Expression, scope: Scope): Origins {
  const over = isNode(body.over) ? body.over : {};
  const name = identifier(over.window_name)?.toLowerCase();
  const named = name === undefined ? null : scope.windows.get(name);
  return joined([
    inside(engine, body, scope),
    named === undefined || named === null ? NO_ORIGINS : inside(engine, named, scope),
  ]);
}

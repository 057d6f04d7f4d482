import { HAS_FIELDS, isNoColumn } from './dialect-columns.ts';
import type { Engine } from './engine.ts';
import { joined, NO_ORIGINS, type Origins } from './origins.ts';
import type { Relation } from './relation.ts';
import type { Scope } from './scope.ts';
import { best, CERTAINTY, type Found, findIn, type Meaning } from './shape.ts';

/** What a name without a qualifier means; null when nothing in sight has it. */
function resolveName(name: string, scope: Scope, engine: Engine): Meaning | null {
  let unlisted: Meaning | null = null;
  const isOrdinary = !isNoColumn(name, engine.dialect) && !engine.isVariable(name);
  for (let at: Scope | null = scope; at !== null; at = at.around) {
    const found = columnOf(at, name);
    if (found?.certainty === CERTAINTY.known && !at.aliases?.comeFirst) return found;
    const alias = at.aliases?.find(name) ?? null;
    if (alias !== null) return { origins: alias };
    const row = rowOf(at, name);
    if (row !== null) return row;
    if (found === null || !(isOrdinary || found.certainty === CERTAINTY.known)) continue;
    if (found.certainty > CERTAINTY.unlisted) {
      at.aliases?.readAsColumn(name);
      return found;
    }
    unlisted ??= found;
  }
  return unlisted;
}

function columnOf(scope: Scope, name: string): Found | null {
  const merged = scope.merged.get(name.toLowerCase());
  if (merged !== undefined) {
    const parts = merged.relations.map((relation) => relation.find(name)?.origins ?? NO_ORIGINS);
    return { certainty: CERTAINTY.known, origins: joined(parts) };
  }
  return best(scope.relations.map((relation) => relation.find(name)));
}

/** The name of a relation that stands for its rows, as in `to_json(t)`. */
function rowOf(scope: Scope, name: string): Meaning | null {
  const named = relationNamed(scope.relations, [name.toLowerCase()]);
  return named === null || named.row === null ? null : { origins: named.row, fields: named.shape };
}

/** What a dotted path is made from. */
export const resolvePath = (
  path: readonly string[],
  scope: Scope,
  engine: Engine,
  mayBeField?: boolean,
): Origins => resolveMeaning(path, scope, engine, mayBeField)?.origins ?? NO_ORIGINS;

/**
 * What a dotted path means: a relation and its column, or a column and a field in it. The nearest scope that has a
 * relation of that name wins. `mayBeField`: brackets say that the first part may be a column, whatever the dialect.
 */
export function resolveMeaning(
  path: readonly string[],
  scope: Scope,
  engine: Engine,
  mayBeField = HAS_FIELDS.has(engine.dialect),
): Meaning | null {
  const [first = '', ...fields] = path;
  if (fields.length > 0 && /^(?:nextval|currval)$/i.test(path.at(-1) ?? '')) return null;
  const lower = path.map((part) => part.toLowerCase());
  for (let at: Scope | null = scope; at !== null; at = at.around) {
    for (let parts = 1; parts < path.length; parts += 1) {
      const found = relationNamed(at.relations, lower.slice(0, parts))?.find(path[parts] ?? '') ?? null;
      if (found !== null) return fieldIn(found, path.slice(parts + 1));
    }
  }
  // Elsewhere a qualifier that names no relation in sight is no column either.
  if (fields.length > 0 && !mayBeField) return null;
  const meant = resolveName(first, scope, engine);
  return meant === null ? null : fieldIn(meant, fields);
}

/** A field of a struct, as deep as the fields are known: what lies deeper is made from all of the struct. */
function fieldIn(meant: Meaning, path: readonly string[]): Meaning {
  let at = meant;
  for (const name of path) {
    const field = at.fields === undefined ? null : findIn(at.fields, name);
    if (field === null) return { origins: at.origins };
    at = field;
  }
  return at;
}

/** The relation that a qualifier names; null when none does, or more than one. */
export function relationNamed(relations: readonly Relation[], qualifier: readonly string[]): Relation | null {
  const all = relations.filter(({ path }) => endsWith(path, qualifier));
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** A quoted part may hold dots: the names are compared as wholes. */
function endsWith(path: readonly string[], end: readonly string[]): boolean {
  const whole = path.join('.');
  const tail = end.join('.');
  return whole === tail || whole.endsWith(`.${tail}`);
}

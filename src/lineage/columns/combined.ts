import { joined, NO_ORIGINS, type Origins } from './origins.ts';
import {
  CERTAINTY,
  type Field,
  type Found,
  finder,
  type Item,
  isHole,
  isListed,
  type Shape,
} from './shape.ts';

/**
 * The columns of several queries as one: named by the first, made from the column in the same place of each. By name
 * where the statement says so, and where a star of unknown columns leaves no place known.
 */
export function combined(shapes: readonly Shape[], byName: boolean): Shape {
  const [first = [], ...others] = shapes;
  if (others.length === 0) return first;
  if (!byName && shapes.every(isListed)) {
    return first.map((item, index) => ({
      name: isHole(item) ? null : item.name,
      origins: joined(shapes.map((shape) => originsAt(shape, index))),
      fields: fieldsAt(shapes, index),
    }));
  }
  const finders = others.map(finder);
  const items: readonly Item[] = first.map((item) =>
    isHole(item) ? holeIn(item, finders) : fieldIn(item, finders),
  );
  return byName ? [...items, ...onlyIn(others, first, finders)] : items;
}

type Finder = ReturnType<typeof finder>;

function originsAt(shape: Shape, index: number): Origins {
  const item = shape[index];
  return item === undefined || isHole(item) ? NO_ORIGINS : item.origins;
}

/** The fields of structs that stand in one place; undefined unless those of all are known. A place without any origin is NULL. */
function fieldsAt(shapes: readonly Shape[], index: number): Shape | undefined {
  const fields: Shape[] = [];
  for (const shape of shapes) {
    const item = shape[index];
    if (item === undefined || isHole(item)) return undefined;
    if (item.fields !== undefined) fields.push(item.fields);
    else if (item.origins.size > 0) return undefined;
  }
  return fields.length === 0 ? undefined : combined(fields, false);
}

const fieldIn = (field: Field, others: readonly Finder[]): Field => {
  const { name } = field;
  return name === null
    ? field
    : {
        name,
        origins: joined([field.origins, ...others.map((find) => find(name)?.origins ?? NO_ORIGINS)]),
      };
};

const holeIn = (hole: Item & { find(name: string): Found | null }, others: readonly Finder[]): Item => ({
  find: (name) => {
    const found = hole.find(name);
    if (found === null) return null;
    const more = others.map((find) => find(name)?.origins ?? NO_ORIGINS);
    return {
      certainty: Math.min(found.certainty, CERTAINTY.likely) as Found['certainty'],
      origins: joined([found.origins, ...more]),
    };
  },
});

/** Columns that BY NAME brings from later queries. */
function onlyIn(others: readonly Shape[], first: Shape, finders: readonly Finder[]): readonly Field[] {
  const added = new Map<string, Field>();
  const inFirst = finder(first);
  for (const item of others.flat()) {
    if (isHole(item) || item.name === null) continue;
    const { name } = item;
    if (inFirst(name) !== null || added.has(name.toLowerCase())) continue;
    const origins = joined(finders.map((find) => find(name)?.origins ?? NO_ORIGINS));
    added.set(name.toLowerCase(), { name, origins });
  }
  return [...added.values()];
}

import { joined, NO_ORIGINS, type Origins } from './origins.ts';

/** How sure it is that a relation has a column, from the weakest. */
export const CERTAINTY = {
  /** The catalog knows the table and does not list the column. */
  unlisted: 0,
  /** A function that gives rows may give it. */
  possible: 1,
  /** A table of unknown columns should have it. */
  likely: 2,
  known: 3,
} as const;
export type Certainty = (typeof CERTAINTY)[keyof typeof CERTAINTY];

/** What a name means. */
export interface Meaning {
  readonly origins: Origins;
  /** The fields of a struct, or of the structs in an array; undefined when they are not known. */
  readonly fields?: Shape | undefined;
  /** True for a table's column as it stands, whose type is its own. */
  readonly plain?: boolean | undefined;
}

export interface Found extends Meaning {
  readonly certainty: Certainty;
}

/** A column of a query or relation. */
export interface Field extends Meaning {
  /** As written, or as the catalog has it; null for an expression without a name. */
  readonly name: string | null;
  /** True for a column of a table of the script that the database fills itself: rows may be added without it. */
  readonly generated?: true;
}

/** A place where columns stand that nobody can list, such as the star of an unknown table; they can be asked for by name. */
export interface Hole {
  find(name: string): Found | null;
}

export type Item = Field | Hole;

/** The columns of a query or relation, in order. */
export type Shape = readonly Item[];

export const isHole = (item: Item): item is Hole => 'find' in item;

export const isListed = (shape: Shape): shape is readonly Field[] => !shape.some(isHole);

/** Names are compared without their case: a database that tells `Id` from `id` in one table is rare, a query that writes both is common. */
export const isCalled = (field: Field, name: string): boolean =>
  field.name !== null && field.name.toLowerCase() === name.toLowerCase();

export const findIn = (shape: Shape, name: string): Found | null => finder(shape)(name);

/** Finds columns of one shape by name, as often as is asked: a wide one is looked through once. */
export function finder(shape: Shape): (name: string) => Found | null {
  let byName: Map<string, Field> | null = null;
  const holes = shape.filter(isHole);
  return (name) => {
    byName ??= fieldsByName(shape);
    const field = byName.get(name.toLowerCase());
    if (field === undefined) return best(holes.map((hole) => hole.find(name)));
    return { certainty: CERTAINTY.known, origins: field.origins, fields: field.fields, plain: field.plain };
  };
}

function fieldsByName(shape: Shape): Map<string, Field> {
  const byName = new Map<string, Field>();
  for (const item of shape) {
    const key = isHole(item) ? null : (item.name?.toLowerCase() ?? null);
    if (key !== null && !isHole(item) && !byName.has(key)) byName.set(key, item);
  }
  return byName;
}

/** The surest of several answers. Two that are equally sure cannot both be meant: then nobody knows. */
export function best(answers: readonly (Found | null)[]): Found | null {
  let first: Found | null = null;
  let rivals = false;
  for (const one of answers) {
    if (one === null || (first !== null && one.certainty < first.certainty)) continue;
    rivals = first !== null && one.certainty === first.certainty && one.origins !== first.origins;
    first = one;
  }
  return first !== null && rivals ? { certainty: first.certainty, origins: NO_ORIGINS } : first;
}

/** All that a row of this shape is made from, as far as it is listed. */
export const wholeOf = (shape: Shape): Origins =>
  joined(shape.map((item) => (isHole(item) ? NO_ORIGINS : item.origins)));

/** Gives the columns the names of a column list. */
export function renamed(shape: Shape, names: readonly string[]): Shape {
  if (names.length === 0) return shape;
  const hole = shape.findIndex(isHole);
  const fields = shape.map((item, index) =>
    isHole(item) || names[index] === undefined ? item : { ...item, name: names[index] },
  );
  if (hole < 0) return fields;
  // Behind a hole no position is known: the names stand, what they are made from does not.
  return names.map((name, index) => fields.slice(0, hole)[index] ?? { name, origins: NO_ORIGINS });
}

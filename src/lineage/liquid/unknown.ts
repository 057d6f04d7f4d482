/**
 * Stands in a rendered text for a value that nobody knows, until its place in the SQL tells what may stand there.
 * A private-use character: no template has a meaning for it.
 */
export const UNKNOWN = '\uE000';

/** Stands for the edge of a branch that was taken against its condition: what meets there may never have been meant to meet. */
export const EDGE = '\uE002';

/** Stands where none of a tag's branches was taken. */
export const GAP = '\uE003';

/** Stands in SQL where a name, or part of a name, is not known. The table collector drops it again. */
export const UNKNOWN_NAME = '__liquid_unknown__';

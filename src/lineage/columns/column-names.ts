import { expression, identifier, isNode } from '../ast/node.ts';

/** The names of all columns in a part of the tree, in lower case, without their qualifiers. */
export function columnNames(value: unknown, names: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) columnNames(one, names);
  if (!isNode(value)) return names;
  const one = expression(value);
  const name = one?.kind === 'column' ? identifier(one.body.name) : null;
  if (name !== null) names.add(name.toLowerCase());
  else for (const inner of Object.values(value)) if (typeof inner === 'object') columnNames(inner, names);
  return names;
}

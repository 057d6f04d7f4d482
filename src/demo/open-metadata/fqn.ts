/** One part of a fully qualified name: quoted when it holds a dot, and only then. */
export function fqnPart(name: string): string {
  return name.includes('.') ? `"${name}"` : name;
}

/** Appends parts to a name that is fully qualified already. */
export function fqn(parent: string, ...names: readonly string[]): string {
  return [...(parent === '' ? [] : [parent]), ...names.map(fqnPart)].join('.');
}

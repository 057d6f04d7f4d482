import type { Definition } from '../mode/workspace.ts';
import type { Definitions } from './liquid/definitions.ts';

/**
 * The definitions that a query on a connection can use, by name in lower case. Mode binds a definition to one connection; one of
 * another connection counts only where the connection has none of that name.
 */
export function definitionsByConnection(
  definitions: readonly Definition[],
): (connectionId: string) => Definitions {
  const known = new Map<string, Definitions>();
  return (connectionId) => {
    const found =
      known.get(connectionId) ??
      new Map(
        definitions
          .toSorted((one, other) => rank(one, connectionId) - rank(other, connectionId))
          .map(({ name, sql }) => [name.trim().replace(/^@/, '').toLowerCase(), sql]),
      );
    known.set(connectionId, found);
    return found;
  };
}

/** The last one of a name stays in a map. */
const rank = (definition: Definition, connectionId: string): number =>
  definition.connectionId === connectionId ? 2 : definition.connectionId === null ? 1 : 0;

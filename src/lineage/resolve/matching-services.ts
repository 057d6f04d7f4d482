import type { DatabaseService } from '../table-catalog.ts';
import type { Prefix } from './prefixes.ts';

/**
 * The services that may hold a connection's tables: those that the prefixes name, else all of a matching type. Of several named
 * services those of a matching type are meant, when there are any. `all` is null when the services could not be read.
 */
export function matchingServices(
  serviceTypes: readonly string[] | null,
  prefixes: readonly Prefix[],
  all: readonly DatabaseService[] | null,
): readonly string[] {
  const matches = ({ serviceType }: DatabaseService): boolean =>
    serviceTypes === null || serviceTypes.some((type) => type.toLowerCase() === serviceType.toLowerCase());
  const matching = (all ?? []).filter(matches).map(({ name }) => name);
  if (prefixes.length === 0) return matching;
  const named = [...new Set(prefixes.map(([service = '']) => service))];
  const both = named.filter((name) => matching.includes(name));
  return both.length > 0 ? both : named;
}

import { EXIT } from '../errors.ts';
import { dialectOf, notAWarehouse } from '../lineage/dialect-of.ts';
import { matchingServices } from '../lineage/resolve/matching-services.ts';
import { parsePrefixes } from '../lineage/resolve/prefixes.ts';
import type { DatabaseService } from '../lineage/table-catalog.ts';
import type { Connection } from '../mode/workspace.ts';
import { type Check, checksAbout } from './check.ts';

const { ok, warning, error } = checksAbout('Lineage');

/** Where the tables of each Mode connection will be looked for. Pure. */
export function examineLineage(
  connections: readonly Connection[],
  services: readonly DatabaseService[],
  prefixes: readonly string[],
): readonly Check[] {
  const parsed = parsePrefixes(prefixes);
  const known = new Set(services.map(({ name }) => name));
  const unknown = [...new Set(parsed.map(([service = '']) => service))].filter((name) => !known.has(name));
  const missing = unknown.map((name) =>
    error(
      `dbServicePrefixes names the service ${name}, which the catalog does not have.`,
      `It has: ${[...known].sort().join(', ') || 'none'}.`,
      EXIT.configuration,
    ),
  );
  const checks = connections
    .filter(({ deleted }) => !deleted)
    .map((connection): Check => {
      const name = `The connection ${connection.name} (${connection.adapter})`;
      const instead = notAWarehouse(connection);
      if (instead !== null) return ok(`${name} is ${instead}: it has no tables of a warehouse.`);
      const types = dialectOf(connection, '').serviceTypes;
      const looked = matchingServices(types, parsed, services).filter((service) => known.has(service));
      const ofItsKind = new Set(matchingServices(types, [], services));
      if (looked.some((service) => ofItsKind.has(service)))
        return ok(`${name} is looked for in ${looked.join(', ')}.`);
      return looked.length === 0
        ? warning(
            `${name} has no database service of its kind in the catalog.`,
            'Ingest that warehouse first.',
          )
        : warning(
            `${name} is looked for in ${looked.join(', ')}, which is of another kind.`,
            'Name its service too in lineageInformation.dbServicePrefixes, or ingest that warehouse.',
          );
    });
  return [...missing, ...checks];
}

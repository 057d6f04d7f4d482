import { didYouMean } from '../config/did-you-mean.ts';
import { SERVICE_KEYS } from '../config/schema/service-keys.ts';
import type { Finding, WorkflowConfig } from '../config/workflow-config.ts';
import { parsePrefixes } from '../lineage/resolve/prefixes.ts';
import { findingAt } from './finding-at.ts';

const KEY = new RegExp(`\\.(?:${SERVICE_KEYS.join('|')})(?:\\[\\d+\\])?$`);

/** The database services of the configuration that the catalog does not have: no table of theirs can be linked. */
export function unknownServices(
  config: Pick<WorkflowConfig, 'path' | 'places' | 'source'>,
  services: readonly string[],
): readonly Finding[] {
  const known = new Set(services);
  return config.source.databasePrefixes.flatMap((text) => {
    const service = parsePrefixes([text])[0]?.[0];
    if (service === undefined || known.has(service)) return [];
    const placed = config.places.find((place) => KEY.test(place.path) && place.text.trim() === text.trim());
    return [
      findingAt(config, {
        severity: 'warning',
        code: 'database-service-unknown',
        path: placed?.path ?? 'source.sourceConfig.config.lineageInformation.dbServicePrefixes',
        text: placed?.text ?? text,
        message: `names the database service ${JSON.stringify(service)}, which is not in the catalog`,
        next: advice(service, services),
      }),
    ];
  });
}

function advice(service: string, services: readonly string[]): string {
  const meant = didYouMean(service, services);
  if (meant !== null) return `Did you mean ${JSON.stringify(meant)}? Names are told apart by case.`;
  const shown = services.slice(0, 5).map((name) => JSON.stringify(name));
  if (shown.length === 0) return 'The catalog has no database service that the token may see.';
  const more = services.length - shown.length;
  return `The catalog has ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

import { fqn } from '../../catalog/fqn.ts';
import type { Lookup, TableParts } from './lookup.ts';
import { isUnder, type Prefix } from './prefixes.ts';

/**
 * The FQNs by which a table may stand in the catalog, in tiers: as written, then as the warehouse folds it. A part that is
 * not known comes from the prefixes or from what OpenMetadata invents; without it there is no candidate.
 */
export function exactCandidates(
  { services, folds, inventedDatabase }: Lookup,
  parts: TableParts,
  prefixes: readonly Prefix[],
): readonly (readonly string[])[] {
  const fold = (part: string): string => (folds === 'upper' ? part.toUpperCase() : part.toLowerCase());
  const seen = new Set<string>();
  const tier = (spell: (db: string, schema: string, table: string) => readonly string[]): string[] => {
    const fqns = services.flatMap((service) =>
      valuesOf(parts.db, 1, service, prefixes, inventedDatabase).flatMap((db) =>
        valuesOf(parts.schema, 2, service, prefixes, null)
          .map((schema) => [service, ...spell(db, schema, parts.table)])
          .filter((names) => isUnder(prefixes, names))
          .map((names) => fqn(...names)),
      ),
    );
    const fresh = fqns.filter((one) => !seen.has(one));
    for (const one of fresh) seen.add(one);
    return fresh;
  };
  return [
    tier((db, schema, table) => [db, schema, table]),
    tier((db, schema, table) => [db, fold(schema), fold(table)]),
    tier((db, schema, table) => [fold(db), fold(schema), fold(table)]),
  ].filter((fqns) => fqns.length > 0);
}

function valuesOf(
  known: string | null,
  level: number,
  service: string,
  prefixes: readonly Prefix[],
  otherwise: string | null,
): readonly string[] {
  if (known !== null) return [known];
  const values = prefixes.flatMap((prefix) => (prefix[0] === service ? (prefix[level] ?? []) : []));
  return values.length > 0 ? [...new Set(values)] : otherwise === null ? [] : [otherwise];
}

/** The pattern to search for; a part that is not known is a wildcard. */
export const searchPattern = (service: string, { db, schema, table }: TableParts): string =>
  fqn(service, db ?? '*', schema ?? '*', table);

/** True when an FQN that was found is the table: known parts are equal but for their case. */
export function isWanted(names: readonly string[], { services }: Lookup, parts: TableParts): boolean {
  const [service = '', db, schema, table, ...rest] = names;
  if (rest.length > 0 || !services.includes(service)) return false;
  const same = (wanted: string | null, part: string | undefined): boolean =>
    part !== undefined && (wanted === null || wanted.toLowerCase() === part.toLowerCase());
  const isTable = parts.table.endsWith('*') ? isShardOf(parts.table, table ?? '') : same(parts.table, table);
  return isTable && same(parts.db, db) && same(parts.schema, schema);
}

const isShardOf = (wildcard: string, table: string): boolean =>
  table.toLowerCase().startsWith(wildcard.slice(0, -1).toLowerCase());

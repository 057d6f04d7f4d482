import { splitFqn } from '../../catalog/fqn.ts';
import { IngestError } from '../../errors.ts';
import type { CatalogTable } from '../sources.ts';
import type { TableCatalog } from '../table-catalog.ts';
import { exactCandidates, isWanted, searchPattern } from './candidates.ts';
import type { Lookup, TableParts } from './lookup.ts';
import { narrowShards, type SearchAnswer } from './narrow-shards.ts';
import { isUnder, type Prefix } from './prefixes.ts';

/** What became of one look-up. */
export type Resolution =
  | { readonly state: 'found'; readonly table: CatalogTable }
  | { readonly state: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly state: 'missing' }
  /** It could not be asked to the end: the table may well be there. */
  | { readonly state: 'failed'; readonly reason: string };

/**
 * Looks one table up: by exact FQN as written, then as the warehouse folds it, then by a search that does not mind case. The
 * first of these that finds anything decides; when it finds more than one table nothing is guessed.
 * @throws only what says that the run was cancelled.
 */
export async function resolveTable(
  lookup: Lookup,
  catalog: TableCatalog,
  prefixes: readonly Prefix[],
): Promise<Resolution> {
  if (lookup.services.length === 0) return { state: 'missing' };
  let unsearched: string | null = null;
  try {
    for (const parts of lookup.attempts) {
      const exact = parts.table.endsWith('*') ? null : await byName(lookup, parts, catalog, prefixes);
      if (exact !== null) return exact;
      const searched = await bySearch(lookup, parts, catalog, prefixes);
      if (typeof searched === 'string') unsearched = searched;
      else if (searched !== null) return searched;
    }
  } catch (error) {
    if (isCancelled(error)) throw error;
    return { state: 'failed', reason: error instanceof IngestError ? error.message : 'the look-up failed' };
  }
  return unsearched === null ? { state: 'missing' } : { state: 'failed', reason: unsearched };
}

async function byName(
  lookup: Lookup,
  parts: TableParts,
  catalog: TableCatalog,
  prefixes: readonly Prefix[],
): Promise<Resolution | null> {
  for (const fqns of exactCandidates(lookup, parts, prefixes)) {
    const decided = decide(await live(fqns, catalog));
    if (decided !== null) return decided;
  }
  return null;
}

/** What the search finds; a string tells why it cannot be asked to the end. */
async function bySearch(
  lookup: Lookup,
  parts: TableParts,
  catalog: TableCatalog,
  prefixes: readonly Prefix[],
): Promise<Resolution | string | null> {
  const isWildcard = parts.table.endsWith('*');
  const ask = async (table: string): Promise<SearchAnswer | undefined> => {
    const answer = await search(lookup, { ...parts, table }, catalog);
    return answer && { ...answer, fqns: answer.fqns.filter((fqn) => isMeant(fqn, lookup, parts, prefixes)) };
  };
  const answer = await ask(parts.table);
  if (answer === undefined) return NO_ANSWER;
  if (answer.complete)
    return decide(await live(isWildcard ? newestShard(answer.fqns) : answer.fqns, catalog));
  if (isWildcard) {
    const family = await byName(lookup, parts, catalog, prefixes);
    if (family !== null) return family;
    const newest = await narrowShards(parts.table, ask);
    if (newest === undefined) return NO_ANSWER;
    // The first hits are counted in: they tell of other families that the wildcard may mean.
    if (newest !== null) return decide(await live(newestShard([...answer.fqns, ...newest]), catalog));
  }
  if (answer.fqns.length > 0) return { state: 'ambiguous', candidates: answer.fqns.toSorted() };
  return 'too many tables of that name for the search to show';
}

const NO_ANSWER = 'the search engine does not answer';

function isMeant(fqn: string, lookup: Lookup, parts: TableParts, prefixes: readonly Prefix[]): boolean {
  const split = splitFqn(fqn);
  return isWanted(split, lookup, parts) && isUnder(prefixes, split);
}

/** One search over all services; when that shows too many tables, one for each. */
async function search({ services }: Lookup, parts: TableParts, catalog: TableCatalog) {
  const [only] = services;
  const all = await catalog.search(
    searchPattern(services.length === 1 && only !== undefined ? only : '*', parts),
  );
  if (all === undefined || all.complete || services.length === 1) return all;
  const answers = await Promise.all(services.map((service) => catalog.search(searchPattern(service, parts))));
  const known = answers.filter((answer) => answer !== undefined);
  if (known.length < answers.length) return undefined;
  return {
    fqns: [...new Set(known.flatMap((answer) => answer.fqns))],
    complete: known.every((answer) => answer.complete),
  };
}

/** Of a family of day shards the last stands for all, unless the catalog holds the family itself under its wildcard. */
function newestShard(fqns: readonly string[]): readonly string[] {
  const families = new Map<string, string>();
  for (const fqn of fqns.toSorted()) {
    const parts = splitFqn(fqn);
    const family = JSON.stringify([...parts.slice(0, -1), parts.at(-1)?.replace(/\d+$/, '')]);
    families.set(family, fqn);
  }
  const wildcard = fqns.filter((fqn) => fqn.replace(/"$/, '').endsWith('*'));
  return wildcard.length > 0 ? wildcard : [...families.values()];
}

/** Those of the FQNs that are live tables, each once. */
async function live(fqns: readonly string[], catalog: TableCatalog): Promise<readonly CatalogTable[]> {
  const tables = await Promise.all(fqns.map((fqn) => catalog.get(fqn)));
  const byId = new Map(tables.flatMap((table) => (table === undefined ? [] : [[table.id, table] as const])));
  return [...byId.values()];
}

function decide(tables: readonly CatalogTable[]): Resolution | null {
  const [table] = tables;
  if (table === undefined) return null;
  if (tables.length === 1) return { state: 'found', table };
  return { state: 'ambiguous', candidates: tables.map(({ fqn }) => fqn).toSorted() };
}

const isCancelled = (error: unknown): boolean => error instanceof IngestError && error.code === 'cancelled';

import { z } from 'zod';
import { splitFqn } from '../catalog/fqn.ts';
import type { CatalogTable } from '../lineage/sources.ts';
import type { TableCatalog } from '../lineage/table-catalog.ts';
import { askSearch, canSearch } from './ask-search.ts';
import { type ColumnAnswer, columnAnswer } from './entity-schemas.ts';
import { listAll } from './list-all.ts';
import { type OpenMetadataClient, segment } from './open-metadata-client.ts';

/** An FQN may have 3,072 characters. */
const LONGEST_FQN = 3072;
/** `fieldQuery` tells of so many hits at most, whatever is asked. */
const MOST_HITS = 10;

const serviceAnswer = z.object({ name: z.string(), serviceType: z.string() });
const tableAnswer = z.object({
  id: z.string(),
  fullyQualifiedName: z.string(),
  columns: z.array(columnAnswer).nullish(),
});
const hitsAnswer = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: z.object({ fullyQualifiedName: z.string() }) })),
    total: z.object({ value: z.number() }).nullish(),
  }),
});

/**
 * The catalog's tables, each asked for once a run. A search engine that is found to be down is not asked again, since every
 * report would wait for it.
 */
export function createTableCatalog(client: OpenMetadataClient): TableCatalog {
  const services = onceEach(() => listAll(client, '/services/databaseServices', { element: serviceAnswer }));
  let inDoubt = false;
  const isEngineUp = onceEach(() => canSearch(client));

  const get = async (fqn: string): Promise<CatalogTable | undefined> => {
    if (!mayExist(fqn)) return undefined;
    const answer = await client.find(`/tables/name/${segment(fqn)}`, tableAnswer, { fields: 'columns' });
    if (answer === undefined) return undefined;
    const { id, fullyQualifiedName, columns } = answer;
    return { id, fqn: fullyQualifiedName, columns: (columns ?? []).flatMap(flattened) };
  };

  const search: TableCatalog['search'] = async (pattern) => {
    if (inDoubt && !(await isEngineUp(''))) return undefined;
    const query = {
      fieldName: 'fullyQualifiedName',
      fieldValue: pattern.replace(/[\\?]/g, '\\$&'),
      index: 'table_search_index',
      deleted: false,
    };
    const ask = () => askSearch(client, '/search/fieldQuery', hitsAnswer, query);
    let answer = await ask();
    if (answer === undefined) {
      // One pattern may fail by itself, or once: whether the engine is down is found out with more patience, and once a run.
      inDoubt = true;
      if (await isEngineUp('')) answer = await ask();
    }
    if (answer === undefined) return undefined;
    const fqns = answer.hits.hits.map((hit) => hit._source.fullyQualifiedName);
    const complete = fqns.length < MOST_HITS && (answer.hits.total?.value ?? 0) <= fqns.length;
    return { fqns, complete };
  };

  return {
    services: () => services(''),
    get: onceEach(get),
    search: onceEach(search),
  };
}

/** No entity has an empty name, nor one with a double quote, a line break or half a character; the server would fail, or answer something else. */
const mayExist = (fqn: string): boolean =>
  fqn.length <= LONGEST_FQN &&
  splitFqn(fqn).every((part) => part !== '' && !/["\0\r\n]|\p{Surrogate}/u.test(part));

/** A column and the columns nested in it, each with the server's own FQN. */
function flattened(column: ColumnAnswer): CatalogTable['columns'] {
  const { name, dataType, fullyQualifiedName, children } = column;
  const own = fullyQualifiedName ? [{ name, fqn: fullyQualifiedName, dataType }] : [];
  return [...own, ...(children ?? []).flatMap(flattened)];
}

/** Remembers the promise, so that look-ups at the same time are one request; a failed one may be asked again. */
function onceEach<R>(ask: (key: string) => Promise<R>): (key: string) => Promise<R> {
  const asked = new Map<string, Promise<R>>();
  return (key) => {
    const before = asked.get(key);
    if (before !== undefined) return before;
    const answer = ask(key);
    asked.set(key, answer);
    answer.catch(() => asked.delete(key));
    return answer;
  };
}

import type { Answer } from '../stand-in-server.ts';
import type { CatalogServer } from './catalog-server.ts';
import { isKindName, type KindName } from './entity-kinds.ts';
import { stringOr } from './json-shape.ts';
import { badRequest, noSuchPath, unhandled } from './refusals.ts';
import { searchDocument } from './search-document.ts';
import { matchesQuery, matchesWildcard } from './search-query.ts';

/** /search/query and /search/fieldQuery, in the engine's own answer shape. An entity is found at once. */
export function answerSearch(
  server: CatalogServer,
  rest: readonly string[],
  query: URLSearchParams,
  searchWorks: boolean,
): Answer {
  if (!searchWorks) throw unhandled();
  const index = query.get('index') ?? '';
  const name = index.endsWith('_search_index') ? index : `${index}_search_index`;
  const deleted = query.get('deleted') === 'true';
  const documents = server.store
    .all(typeOfIndex(index))
    .filter((entity) => entity.deleted === deleted)
    .map((entity) => searchDocument(server, entity));
  if (rest[0] === 'fieldQuery') {
    const field = query.get('fieldName') ?? '';
    const pattern = query.get('fieldValue') ?? '';
    const hits = documents.filter((document) => matchesWildcard(stringOr(document[field], ''), pattern));
    // `from` and `size` are ignored here: ten hits, whatever was asked.
    return found(hits, 0, 10, name);
  }
  if (rest[0] !== 'query') throw noSuchPath();
  const hits = documents.filter((document) => matchesQuery(document, query.get('q') ?? '*'));
  return found(hits, Number(query.get('from') ?? '0'), Number(query.get('size') ?? '10'), name);
}

function found(hits: readonly Record<string, unknown>[], from: number, size: number, index: string): Answer {
  return {
    status: 200,
    json: {
      took: 1,
      timed_out: false,
      _shards: { failed: 0, skipped: 0, successful: 1, total: 1 },
      hits: {
        hits: hits
          .slice(from, from + size)
          .map((source) => ({ _id: source.id, _index: index, _score: 1, _source: source })),
        max_score: hits.length === 0 ? null : 1,
        total: { relation: 'eq', value: hits.length },
      },
    },
  };
}

/** `table_search_index`, or the alias `table`. */
function typeOfIndex(index: string): KindName {
  const name = index
    .replace(/_search_index$/, '')
    .replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
  if (!isKindName(name)) throw badRequest(`no such index [${index}]`);
  return name;
}

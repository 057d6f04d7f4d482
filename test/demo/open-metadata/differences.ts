import { type IdMap, isRecord } from './id-map.ts';
import { wholeLength } from './transcript.ts';

/** Fields that no client of ours reads; the stand-in leaves them out or fills them in its own way. */
const UNREAD: ReadonlySet<string> = new Set([
  // Histories and bookkeeping of the server.
  'changeDescription',
  'incrementalChangeDescription',
  'entityStatus',
  'href',
  'appliedAt',
  'appliedBy',
  // What the server knows by default of a connector or a pipeline.
  'airflowConfig',
  'raiseOnError',
  'enableStreamableLogs',
  'supportsMetadataExtraction',
  // Tags: automatic classification.
  'recognizers',
  'autoClassificationEnabled',
  'autoClassificationPriority',
  // Search: scores, facets, and fields that exist only in the index.
  'aggregations',
  'sort',
  '_score',
  'max_score',
  'fqnHash',
  'fqnParts',
  'columnNames',
  'columnNamesFuzzy',
  'columnDescriptionStatus',
  'descriptionSources',
  'descriptionStatus',
  'tierSources',
  'tagSources',
  'totalVotes',
  'customPropertiesTyped',
  'classificationTags',
  'glossaryTags',
  'upstreamLineage',
  'upstreamEntityRelationship',
  'lineageSqlQueries',
  'sqlQueryKey',
  'inheritedRoles',
  'inheritedPersonas',
  'lastLoginTime',
  'lastActivityTime',
  'reviewers',
  'votes',
]);

/** Numbers that are right whatever they are. */
const TIMES: ReadonlySet<string> = new Set([
  'updatedAt',
  'createdAt',
  'changedAt',
  'timestamp',
  'expiryDuration',
  'took',
]);

const CURSORS: ReadonlySet<string> = new Set(['after', 'before']);
/** Lists whose order is the database's or the search engine's business. */
const UNORDERED: ReadonlySet<string> = new Set(['nodes', 'upstreamEdges', 'downstreamEdges', 'hits']);

/** Every place where an answer is not what was recorded: a key missing or too many, another type, another value. */
export function differences(
  recorded: unknown,
  actual: unknown,
  ids: IdMap,
  loose: ReadonlySet<string> = new Set(),
  path = '$',
): string[] {
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (Array.isArray(recorded)) {
    if (!Array.isArray(actual)) return [`${path}: a list was recorded`];
    const length = wholeLength(recorded);
    const shown = length === undefined ? recorded : recorded.slice(0, -1);
    if (length === undefined && recorded.length !== actual.length)
      return [`${path}: ${recorded.length} elements were recorded, not ${actual.length}`];
    const [left, right] = UNORDERED.has(key) ? [sorted(shown, ids), sorted(actual, ids)] : [shown, actual];
    return left.flatMap((item, index) => differences(item, right[index], ids, loose, `${path}[${index}]`));
  }
  if (isRecord(recorded)) {
    if (!isRecord(actual)) return [`${path}: an object was recorded`];
    const keys = new Set([...Object.keys(recorded), ...Object.keys(actual)]);
    // The nodes of getLineage, and the defaults of a connector, are of the server's own making.
    const partial = key === 'config' || path.endsWith('.entity') || path.endsWith('_source');
    return [...keys].flatMap((name) => {
      if (UNREAD.has(name) || loose.has(name)) return [];
      if (!(name in recorded)) return partial ? [] : [`${path}.${name}: was not recorded`];
      if (!(name in actual)) return partial ? [] : [`${path}.${name}: is missing`];
      return differences(recorded[name], actual[name], ids, loose, `${path}.${name}`);
    });
  }
  if (typeof recorded !== typeof actual) return [`${path}: ${typeof recorded} was recorded`];
  if (TIMES.has(key) || CURSORS.has(key) || recorded === '(blanked)') return [];
  const wanted = typeof recorded === 'string' ? comparable(key, ids.translate(recorded)) : recorded;
  const found = typeof actual === 'string' ? comparable(key, actual) : actual;
  return wanted === found
    ? []
    : [`${path}: ${JSON.stringify(recorded)} was recorded, not ${JSON.stringify(actual)}`];
}

/** Messages are compared up to where Java tells of its insides. */
function comparable(key: string, text: string): string {
  if (key !== 'message') return text;
  return text
    .replace(/\n at \[Source[\s\S]*$/, '')
    .replace(/ \(\d+ known properties: [\s\S]*$/, '')
    .replace(/"[\da-f]{16}"/, '"etag"');
}

function sorted(list: readonly unknown[], ids: IdMap): unknown[] {
  const keyOf = (item: unknown) =>
    isRecord(item)
      ? ids.translate(`${item._id ?? ''} ${item.id ?? ''} ${item.fromEntity} ${item.toEntity}`)
      : '';
  return [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

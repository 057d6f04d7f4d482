import { createHash } from 'node:crypto';
import type { WantedEdge } from '../catalog/entities.ts';
import type { WantedEntity } from './plan.ts';
import { keepViewMemory } from './view-memory.ts';

/**
 * The commit mark: an entity's `sourceHash`, 32 characters (the most that OpenMetadata takes). It vouches for all that a run wanted of
 * the entity, its incoming edges included, and it is the only memory that a run has of the last one:
 *
 *     m1 | 4 of the display name | 4 of the description | 5 of the row | 3 of the connection | 14 of everything
 *     m1 | 4 of the display name | 4 of the description | 5 of the row | 9 of everything | 8 of the views, for a dashboard
 *
 * - The texts: so a name that a human changed can be told from one that Mode changed.
 * - The row of Mode's listing, of a dashboard and of a dataset's data model: as long as it is the same, all that belongs to it is too.
 * - The connection of a data model, which the catalog has no field for, and without which its SQL cannot be read.
 *
 * A provisional mark (`p1`) leaves the edges out: it is written before them, and where they are not known in full. It remembers the
 * texts and vouches for nothing. It has a twin (`p2`), since a server from 2.0 on skips a row that brings the hash that is stored.
 *
 * A dashboard's mark ends with the memory of its views, whatever it vouches for.
 */
const COMMITTED = 'm1';
const PROVISIONAL = 'p1';
const TWIN = 'p2';
const SEGMENTS = { kind: 2, displayName: 4, description: 4, row: 5, connection: 3, everything: 14 } as const;
type Segment = keyof typeof SEGMENTS;
const LENGTH = Object.values(SEGMENTS).reduce<number>((sum, length) => sum + length, 0);

/** Base64 holds the most in the fewest characters; a value that is not there is all dashes, which no digest is in practice. */
const digest = (value: string | null, segment: Segment): string =>
  value === null ? '-'.repeat(SEGMENTS[segment]) : sha256(value).slice(0, SEGMENTS[segment]);

const sha256 = (value: string): string => createHash('sha256').update(value).digest('base64url');

/**
 * The mark of an entity and the edges into it. Values of Mode only: a new release that asks differently marks the same. Of a text that
 * is not known, and of a dashboard's views, the stored mark tells.
 */
export const markOf = (entity: WantedEntity, edges: readonly WantedEdge[], stored: string | null): string =>
  marked(COMMITTED, body(entity, edges.map((edge) => edgeContent(edge, entity)).sort(), stored));

/** A provisional mark other than the one that is stored. */
export function provisionalMarkOf(entity: WantedEntity, stored: string | null): string {
  const content = body(entity, [], stored);
  return marked(stored === PROVISIONAL + content ? TWIN : PROVISIONAL, content);
}

/** Joined, since a text that `+` puts together stays in pieces, and a plan keeps as many marks as it has entities. */
const marked = (kind: string, content: string): string => [kind, content].join('');

function body(entity: WantedEntity, edges: readonly string[], stored: string | null): string {
  const { fqn, sourceUrl, tags } = entity;
  const texts = (['displayName', 'description'] as const).map((field) =>
    entity[field] === null ? (segmentOf(stored, field) ?? digest(null, field)) : digest(entity[field], field),
  );
  const row = digest(entity.kind === 'chart' ? null : entity.row, 'row');
  const everything = [fqn, texts, sourceUrl, [...tags].sort(), ownContent(entity), edges];
  const whole = sha256(JSON.stringify(everything)).slice(0, SEGMENTS.connection + SEGMENTS.everything);
  const connection = connectionOf(entity, stored) ?? whole.slice(0, SEGMENTS.connection);
  const content = [...texts, row, connection, whole.slice(SEGMENTS.connection)].join('');
  return entity.kind === 'dashboard' ? keepViewMemory(content, isOurs(stored) ? stored : null) : content;
}

/** A data model's connection; only data models have one. One that is recalled runs on the connection that it ran on. */
function connectionOf(entity: WantedEntity, stored: string | null): string | null {
  if (entity.kind !== 'dashboardDataModel') return null;
  const before = entity.recalled === true ? segmentOf(stored, 'connection') : null;
  return before ?? digest(entity.connection, 'connection');
}

/** What is always known of an entity. Lists and owners that a failed read may shorten are compared by field and not vouched for. */
function ownContent(entity: WantedEntity): readonly unknown[] {
  switch (entity.kind) {
    case 'chart':
      return [entity.chartType, entity.dashboard];
    case 'dashboardDataModel':
      return [entity.sql, entity.columns.map(({ name, dataType }) => [name, dataType])];
    case 'dashboard':
      return [entity.project];
  }
}

/**
 * The table's id belongs to it: one that was dropped and made anew has lost its edges. The SQL of a data model's edges is its own,
 * which is in the mark already and may be long.
 */
const edgeContent = (edge: WantedEdge, to: WantedEntity): string =>
  JSON.stringify([
    edge.from.fqn,
    edge.from.id ?? null,
    to.kind === 'dashboardDataModel' && edge.sql === to.sql ? 'its own' : edge.sql,
    edge.columnsKnown === true && edge.columns.length === 0
      ? 'none'
      : edge.columns.map(({ from, to }) => [[...from].sort(), to]),
  ]);

/** Whether the run that left this mark wrote this display name. False for marks that are not ours: then a human may have. */
export const wroteDisplayName = (mark: string | null, displayName: string): boolean =>
  segmentOf(mark, 'displayName') === digest(displayName, 'displayName');

/** Likewise for a description. */
export const wroteDescription = (mark: string | null, description: string): boolean =>
  segmentOf(mark, 'description') === digest(description, 'description');

/** Whether two marks vouch for the same fields and edges: the row of Mode's listing is neither. */
export const vouchForTheSame = (mark: string | null, other: string): boolean =>
  mark !== null && [mark, other].every(isOurs) && withoutRow(mark) === withoutRow(other);

/** Whether the mark vouches for all that belonged to this row of Mode's listing. */
export const vouchesForRow = (mark: string | null, row: string): boolean =>
  isCommitted(mark) && segmentOf(mark, 'row') === digest(row, 'row');

/** Whether the mark is that of a data model on this connection; null stands for none. */
export const isOnConnection = (mark: string | null, connection: string | null): boolean =>
  segmentOf(mark, 'connection') === digest(connection, 'connection');

/** Whether a mark vouches for anything. */
export const isCommitted = (mark: string | null): boolean => isOurs(mark) && mark.startsWith(COMMITTED);

/** Whether a run of ours left it. */
export const isOurs = (mark: string | null): mark is string =>
  mark !== null &&
  mark.length === LENGTH &&
  [COMMITTED, PROVISIONAL, TWIN].includes(mark.slice(0, SEGMENTS.kind));

const ROW_AT = startOf('row');
const withoutRow = (mark: string): string => mark.slice(0, ROW_AT) + mark.slice(ROW_AT + SEGMENTS.row);

const segmentOf = (mark: string | null, segment: Segment): string | null =>
  isOurs(mark) ? mark.slice(startOf(segment), startOf(segment) + SEGMENTS[segment]) : null;

function startOf(wanted: Segment): number {
  const names = Object.keys(SEGMENTS);
  return Object.values(SEGMENTS)
    .slice(0, names.indexOf(wanted))
    .reduce<number>((sum, length) => sum + length, 0);
}

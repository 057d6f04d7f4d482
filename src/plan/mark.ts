import { createHash } from 'node:crypto';
import type { WantedEdge } from '../catalog/entities.ts';
import type { WantedEntity } from './plan.ts';
import { keepViewMemory } from './view-memory.ts';

/**
 * The commit mark: an entity's `sourceHash`, 32 characters (the most that OpenMetadata takes). It vouches for all that a run wanted of
 * the entity, its incoming edges included, and remembers which display name and description came from Mode: so a name that a
 * human changed can be told from one that Mode changed, without any state of our own.
 *
 *     m1 | 6 of the display name | 6 of the description | 18 of everything
 *
 * A provisional mark (`p1`) leaves the edges out: it is written before them, and where they are not known in full. It remembers the
 * texts and vouches for nothing. It has a twin (`p2`), since a server from 2.0 on skips a row that brings the hash that is stored.
 *
 * A dashboard's mark ends with the memory of its views, in place of a part of the last digest, whatever it vouches for.
 */
const COMMITTED = 'm1';
const PROVISIONAL = 'p1';
const TWIN = 'p2';
const PREFIX = 2;
const TEXT = 6;
const WHOLE = 18;

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/**
 * The mark of an entity and the edges into it. Values of Mode only: a new release that asks differently marks the same. What it remembers
 * of a dashboard's views is as in the stored one.
 */
export const markOf = (entity: WantedEntity, edges: readonly WantedEdge[], stored: string | null): string =>
  COMMITTED + body(entity, edges.map((edge) => edgeContent(edge, entity)).sort(), stored);

/** A provisional mark other than the one that is stored. */
export function provisionalMarkOf(entity: WantedEntity, stored: string | null): string {
  const content = body(entity, [], stored);
  return (stored === PROVISIONAL + content ? TWIN : PROVISIONAL) + content;
}

function body(entity: WantedEntity, edges: readonly string[], stored: string | null): string {
  const { fqn, displayName, description, sourceUrl, tags } = entity;
  const whole = [fqn, displayName, description, sourceUrl, [...tags].sort(), ownContent(entity), edges];
  const content =
    digest(displayName, TEXT) + digest(description, TEXT) + digest(JSON.stringify(whole), WHOLE);
  return entity.kind === 'dashboard' ? keepViewMemory(content, isOurs(stored) ? stored : null) : content;
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
  isOurs(mark) && mark.slice(PREFIX, PREFIX + TEXT) === digest(displayName, TEXT);

/** Likewise for a description. */
export const wroteDescription = (mark: string | null, description: string): boolean =>
  isOurs(mark) && mark.slice(PREFIX + TEXT, PREFIX + 2 * TEXT) === digest(description, TEXT);

/** Whether a mark vouches for anything. */
export const isCommitted = (mark: string | null): boolean => isOurs(mark) && mark.startsWith(COMMITTED);

/** Whether a run of ours left it. */
export const isOurs = (mark: string | null): mark is string =>
  mark !== null &&
  mark.length === PREFIX + 2 * TEXT + WHOLE &&
  [COMMITTED, PROVISIONAL, TWIN].includes(mark.slice(0, PREFIX));

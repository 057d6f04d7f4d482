import { OUR_CLASSIFICATIONS, type PresentEntity } from '../catalog/entities.ts';
import type { JsonPatchOperation } from '../openmetadata/catalog-writer.ts';
import { type Standing, tagLabel } from './create-body.ts';
import { difference } from './difference.ts';
import type { FieldChange, WantedEntity } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';

/** What a PUT changes of a present entity. */
export function putChanges(
  wanted: WantedEntity,
  present: PresentEntity,
  standing: Standing,
  { capabilities }: PlanOptions,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const text = (field: string, before: string | null, after: string): void => {
    if ((before ?? '') !== after) changes.push(change(field, before ?? '', after));
  };
  const set = (field: string, before: readonly string[], after: readonly string[]): void => {
    const [gone, added] = [minus(before, after), minus(after, before)];
    if (gone.length + added.length > 0) changes.push(change(field, gone.join(', '), added.join(', ')));
  };
  text('displayName', present.displayName, standing.displayName);
  if ((present.description ?? '') === '') text('description', null, standing.description);
  if (wanted.kind !== 'dashboardDataModel' || capabilities.dataModelSourceUrl)
    text('sourceUrl', present.sourceUrl, wanted.sourceUrl);
  // In words: who they are is personal data, and an id tells a reader nothing.
  if (standing.owner !== null)
    changes.push({
      field: 'owners',
      before: present.owners.length === 0 ? '' : `${present.owners.length} of the catalog`,
      after: 'the creator in Mode',
    });
  const missing = minus(wanted.tags, present.tags);
  if (missing.length > 0) changes.push({ field: 'tags', before: '', after: missing.join(', ') });

  if (wanted.kind === 'chart' && present.kind === 'chart')
    text('chartType', present.chartType, standing.chartType ?? '');
  if (wanted.kind === 'dashboardDataModel' && present.kind === 'dashboardDataModel') {
    text('sql', present.sql, wanted.sql);
    set('columns', present.columns.map(columnText), standing.columns.map(columnText));
  }
  if (wanted.kind === 'dashboard' && present.kind === 'dashboard') {
    set('charts', present.charts, standing.charts);
    set('dataModels', present.dataModels, standing.dataModels);
  }
  return changes;
}

/** What only a PATCH changes, with its operations: a bot's PUT keeps a description and a project, and never takes a tag away. */
export function patchChanges(
  wanted: WantedEntity,
  present: PresentEntity,
  standing: Standing,
): {
  readonly changes: readonly FieldChange[];
  readonly operations: readonly JsonPatchOperation[];
  /** True when the tags are all set here, and the PUT must leave them alone. */
  readonly setsTags: boolean;
} {
  const changes: FieldChange[] = [];
  const operations: JsonPatchOperation[] = [];
  const before = present.description ?? '';
  if (before !== '' && before !== standing.description) {
    changes.push(change('description', before, standing.description));
    operations.push({ op: 'add', path: '/description', value: standing.description });
  }
  if (wanted.kind === 'dashboard' && present.kind === 'dashboard' && wanted.project !== null) {
    if (wanted.project !== present.project) {
      changes.push(change('project', present.project ?? '', wanted.project));
      operations.push({ op: 'add', path: '/project', value: wanted.project });
    }
  }
  const stale = staleTags(wanted, present);
  if (stale.length > 0)
    changes.push({ field: 'tags', before: stale.map(({ fqn }) => fqn).join(', '), after: '' });
  // From the end, so that the indices before stay true; each tested, so that another's change in between removes nothing wrong.
  for (const { fqn, index } of stale.reverse()) {
    operations.push({ op: 'test', path: `/tags/${index}/tagFQN`, value: fqn });
    operations.push({ op: 'remove', path: `/tags/${index}` });
  }
  // What is restored is patched after its PUT: that must not move the indices.
  const setsTags = present.deleted && stale.length > 0;
  for (const fqn of setsTags ? minus(wanted.tags, present.tags) : [])
    operations.push({ op: 'add', path: '/tags/-', value: tagLabel(fqn) });
  return { changes, operations, setsTags };
}

/** Tags of our own classifications that are no longer true. Without any wanted tag (includeTags off) all stay. */
function staleTags(wanted: WantedEntity, present: PresentEntity) {
  if (wanted.tags.length === 0) return [];
  return present.tags
    .map((fqn, index) => ({ fqn, index }))
    .filter(
      ({ fqn }) =>
        OUR_CLASSIFICATIONS.some((ours) => fqn.startsWith(`${ours}.`)) &&
        !wanted.tags.includes(fqn) &&
        !wanted.tagsUnknown?.includes(fqn),
    );
}

const minus = (left: readonly string[], right: readonly string[]): string[] => {
  const gone = new Set(right);
  return left.filter((item) => !gone.has(item));
};

const columnText = (column: { readonly name?: unknown; readonly dataType?: unknown }): string =>
  `${column.name} ${column.dataType}`;

const LONGEST = 300;

/** Both texts from shortly before they part, and no longer than a reader needs. */
function change(field: string, before: string, after: string): FieldChange {
  const [old, now] = difference(before, after).map((text) =>
    text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`,
  );
  return { field, before: old ?? '', after: now ?? '' };
}

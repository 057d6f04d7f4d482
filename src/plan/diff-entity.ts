import type { PresentEntity, WantedEdge } from '../catalog/entities.ts';
import { createBody, type Standing } from './create-body.ts';
import { patchChanges, putChanges } from './field-changes.ts';
import { markOf, provisionalMarkOf } from './mark.ts';
import type { EntityStep, FieldChange, WantedEntity } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';

/** What one entity is compared with. */
export interface EntityContext {
  readonly service: string;
  readonly options: PlanOptions;
  /** The edges into it; null when they are not known in full, so that nothing vouches for them. */
  readonly edges: readonly WantedEdge[] | null;
  /** True when any of those edges is to be written. */
  readonly edgesPending: boolean;
}

/** What becomes of one wanted entity, field by field. */
export function diffEntity(
  wanted: WantedEntity,
  present: PresentEntity | undefined,
  standing: Standing,
  context: EntityContext,
): EntityStep {
  const { options, service } = context;
  const put = present === undefined ? [] : putChanges(wanted, present, standing, options);
  const patch =
    present === undefined ? { changes: [], operations: [] } : patchChanges(wanted, present, standing);
  const changes = [...put, ...patch.changes];
  const action = actionOf(present, changes);
  const putsFields = action === 'create' || action === 'restore' || put.length > 0;
  const marks = marksOf(wanted, present, putsFields, context);
  return {
    action,
    kind: wanted.kind,
    fqn: wanted.fqn,
    name: wanted.name,
    displayName: standing.displayName,
    url: wanted.sourceUrl,
    parent: wanted.kind === 'dashboard' ? null : wanted.dashboard,
    project: wanted.kind === 'dashboard' ? wanted.project : null,
    changes,
    reason: reasonOf(action, changes),
    id: present?.id ?? null,
    patch: patch.operations,
    body:
      putsFields || marks.mark !== null ? createBody(wanted, standing, service, options.capabilities) : null,
    put: putsFields,
    ...marks,
  };
}

function actionOf(present: PresentEntity | undefined, changes: readonly FieldChange[]): EntityStep['action'] {
  if (present === undefined) return 'create';
  if (present.deleted) return 'restore';
  return changes.length > 0 ? 'update' : 'unchanged';
}

function reasonOf(action: EntityStep['action'], changes: readonly FieldChange[]): string {
  if (action === 'create') return 'new in Mode';
  if (action === 'restore') return 'is in Mode again';
  if (action === 'update') return `changed: ${changes.map(({ field }) => field).join(', ')}`;
  return 'as in Mode';
}

/**
 * The hash that goes with the fields, and the mark that is written last. A hash equal to the stored one never goes with fields: a
 * server from 2.0 on would skip the row, and with it the repair of what somebody changed in the catalog.
 */
function marksOf(
  wanted: WantedEntity,
  present: PresentEntity | undefined,
  putsFields: boolean,
  { edges, edgesPending, options }: EntityContext,
): Pick<EntityStep, 'hash' | 'mark'> {
  if (!options.capabilities.sourceHash) return { hash: null, mark: null };
  const provisional = provisionalMarkOf(wanted);
  if (edges === null) return { hash: putsFields ? provisional : null, mark: null };
  const final = markOf(wanted, edges);
  const stored = present?.sourceHash ?? null;
  if (!putsFields) return { hash: null, mark: stored === final ? null : final };
  const atOnce = !edgesPending && stored !== final;
  return atOnce ? { hash: final, mark: null } : { hash: provisional, mark: final };
}

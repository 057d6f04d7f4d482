import type { PresentEntity, WantedEdge } from '../catalog/entities.ts';
import { createBody, type Standing } from './create-body.ts';
import { patchChanges, putChanges } from './field-changes.ts';
import { isCommitted, markOf, provisionalMarkOf } from './mark.ts';
import type { EntityStep, FieldChange, WantedEntity } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';

/** What one entity is compared with. */
export interface EntityContext {
  readonly service: string;
  readonly options: PlanOptions;
  /** The edges into it; null when they are not known in full, so that nothing vouches for them. */
  readonly edges: readonly WantedEdge[] | null;
  /** True when any edge into it is to be written, or may have to be. */
  readonly edgesPending: boolean;
  /** True when anything that belongs to it is to be written: its mark vouches for that as well. */
  readonly childrenPending: boolean;
}

/** What becomes of one wanted entity, field by field. */
export function diffEntity(
  wanted: WantedEntity,
  present: PresentEntity | undefined,
  standing: Standing,
  context: EntityContext,
): EntityStep {
  const { options, service } = context;
  const put = present === undefined ? NO_PATCH.changes : putChanges(wanted, present, standing, options);
  const patch = present === undefined ? NO_PATCH : patchChanges(wanted, present, standing);
  const changes = put.length + patch.changes.length === 0 ? NO_PATCH.changes : [...put, ...patch.changes];
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
      marks.put || marks.mark !== null
        ? createBody(
            patch.setsTags ? { ...wanted, tags: [] } : wanted,
            standing,
            service,
            options.capabilities,
          )
        : null,
    put: marks.put,
    hash: marks.hash,
    mark: marks.mark,
  };
}

const NO_PATCH: ReturnType<typeof patchChanges> = { changes: [], operations: [], setsTags: false };

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
 * server from 2.0 on would skip the row, and with it the repair of what somebody changed in the catalog. The old mark is taken away
 * before an edge is touched: should the run end in between, it must not vouch for edges that are half changed.
 */
function marksOf(
  wanted: WantedEntity,
  present: PresentEntity | undefined,
  putsFields: boolean,
  { edges, edgesPending, childrenPending, options }: EntityContext,
): Pick<EntityStep, 'put' | 'hash' | 'mark'> {
  if (!options.capabilities.sourceHash) return { put: putsFields, hash: null, mark: null };
  const stored = present?.sourceHash ?? null;
  const final = edges === null ? null : markOf(wanted, edges, stored);
  if (final === null || edgesPending || (childrenPending && putsFields)) {
    const put = putsFields || (edgesPending && isCommitted(stored));
    return { put, hash: put ? provisionalMarkOf(wanted, stored) : null, mark: final };
  }
  if (!putsFields) return { put: false, hash: null, mark: stored === final ? null : final };
  if (stored !== final) return { put: true, hash: final, mark: null };
  return { put: true, hash: provisionalMarkOf(wanted, stored), mark: final };
}

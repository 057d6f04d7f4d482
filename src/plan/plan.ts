import type {
  EntityKind,
  WantedChart,
  WantedDashboard,
  WantedDataModel,
  WantedEdge,
  WantedTag,
} from '../catalog/entities.ts';
import type { CreateBody, JsonPatchOperation } from '../openmetadata/catalog-writer.ts';

export type Action = 'create' | 'update' | 'restore' | 'unchanged' | 'delete' | 'keep';

/** One field that a step changes. Values are prose for a reader: shortened, never secret. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export type WantedEntity = WantedChart | WantedDataModel | WantedDashboard;

/** What becomes of one entity. */
export interface EntityStep {
  readonly action: Action;
  readonly kind: EntityKind;
  readonly fqn: string;
  readonly name: string;
  readonly displayName: string;
  readonly url: string | null;
  /** FQN of the dashboard that a chart or data model belongs to; null for dashboards and for a dataset's data model. */
  readonly parent: string | null;
  /** A dashboard's collection; null for the rest. */
  readonly project: string | null;
  readonly changes: readonly FieldChange[];
  readonly reason: string;
  /** Id of the present entity; null when it is to be created. */
  readonly id: string | null;
  /** What only a PATCH can change (a bot's PUT keeps them); sent before the PUT, after it when restoring. */
  readonly patch: readonly JsonPatchOperation[];
  /** The whole createX request without `sourceHash`; null when nothing is PUT. */
  readonly body: CreateBody | null;
  /** True when the body is to be PUT before any edge is: for its fields, or to take the old mark away. False when only for the mark. */
  readonly put: boolean;
  /** The `sourceHash` that goes with the fields: final when nothing else is to be vouched for, else provisional. */
  readonly hash: string | null;
  /** The commit mark, to be written with the body once more after the edges that it vouches for; null when none is. */
  readonly mark: string | null;
}

export interface EdgeStep {
  readonly action: 'add' | 'change' | 'remove' | 'unchanged';
  readonly from: WantedEdge['from'];
  readonly to: WantedEdge['to'];
  readonly sql: string | null;
  readonly columns: WantedEdge['columns'];
  readonly columnsKnown?: true;
  /** What a human wrote on the edge; sent back, since a PUT replaces it. */
  readonly description: string | null;
  readonly conditional: boolean;
  readonly reason: string;
}

/** Whether deletions go ahead. `stopped` deletes nothing and ends the run with exit code 5; `off` is the config's choice or an incomplete read. */
export interface GuardVerdict {
  readonly state: 'clear' | 'stopped' | 'off';
  readonly reasons: readonly string[];
  readonly deletions: number;
}

/** One dashboard's views. */
export interface UsageStep {
  readonly fqn: string;
  readonly displayName: string;
  /** Null when it is to be created. */
  readonly id: string | null;
  /** Views of the day, to be set; null when the run only remembers where Mode's counter stands. */
  readonly count: number | null;
  /** The stored mark with another memory, to be written before the count; null when none is, or another step writes it. */
  readonly mark: string | null;
}

/** The views that a run records. */
export interface UsagePlan {
  /** `2026-11-24`, UTC: the day that they count for. */
  readonly date: string;
  readonly steps: readonly UsageStep[];
  /** Why views cannot be counted; null when they can. */
  readonly off: string | null;
}

/** What a run changes, in full: a dry run prints this value, an ingestion applies it. */
export interface Plan {
  readonly service: {
    readonly action: 'create' | 'restore' | 'unchanged';
    readonly name: string;
    readonly fqn: string;
    /** Null when it is to be created. */
    readonly id: string | null;
  };
  readonly tags: readonly WantedTag[];
  readonly charts: readonly EntityStep[];
  readonly dataModels: readonly EntityStep[];
  readonly dashboards: readonly EntityStep[];
  readonly edges: readonly EdgeStep[];
  /** Null when usage is not ingested. */
  readonly usage: UsagePlan | null;
  readonly guard: GuardVerdict;
  readonly complete: boolean;
  readonly incomplete: readonly string[];
}

/** True when applying the plan would write anything. */
export const changesAnything = (plan: Plan): boolean =>
  plan.service.action !== 'unchanged' ||
  plan.tags.length > 0 ||
  [...plan.charts, ...plan.dataModels, ...plan.dashboards].some(
    (step) => step.body !== null || step.patch.length > 0 || step.action === 'delete',
  ) ||
  plan.edges.some((edge) => edge.action !== 'unchanged') ||
  (plan.usage?.steps.length ?? 0) > 0;

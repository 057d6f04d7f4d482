import type { Capabilities } from '../openmetadata/capabilities.ts';

/** Limits on what one run may delete. */
export interface DeletionLimits {
  /** Most dashboards and data models. Given, it alone decides: a number is an informed choice. */
  readonly maxDeletions: number | null;
  /** Largest share of the catalog's dashboards, of its charts or of its data models, 0–1. */
  readonly maxDeletionShare: number;
}

export const DEFAULT_DELETION_LIMITS: DeletionLimits = { maxDeletions: null, maxDeletionShare: 0.25 };

export interface PlanOptions {
  readonly overrideMetadata: boolean;
  readonly overrideLineage: boolean;
  /** Charts go with dashboards: they have no switch of their own in the workflow YAML. */
  readonly markDeletedDashboards: boolean;
  readonly markDeletedDataModels: boolean;
  readonly capabilities: Capabilities;
  readonly guards: DeletionLimits;
  /** True when only a shard of the workspace was read: what is not wanted may well be another's. Nothing is said of it, or done to it. */
  readonly isShard?: boolean;
  /** Absent when views are not counted. `now` in milliseconds since 1970. */
  readonly usage?: { readonly now: number };
}

import type { BaseFacts } from './base/comparison.ts';
import type { Freshness } from './ingestion-pipeline/freshness.ts';
import type { ServerFacts } from './openmetadata/connect.ts';
import type { Outcome } from './plan/outcome.ts';
import type { PlanFile } from './plan/plan-file.ts';
import { nothingPlanned, type Planned } from './world/plan-world.ts';

/** What a run has found out so far; what it did not reach stays null. */
export interface Progress extends Planned {
  server: ServerFacts | null;
  /** The plan as it is kept for approval. */
  planFile: PlanFile | null;
  /** Of a drift alone. */
  freshness: Freshness | null;
  outcome: Outcome | null;
  /** What the configuration of the base branch makes of the same world; null unless that was asked for. */
  base: BaseFacts | null;
}

export const nothingFound = (): Progress => ({
  ...nothingPlanned(),
  server: null,
  planFile: null,
  freshness: null,
  outcome: null,
  base: null,
});

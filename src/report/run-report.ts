import type { BaseFacts, Comparison } from '../base/comparison.ts';
import type { EntityKind } from '../catalog/entities.ts';
import type { Shard } from '../config/shard.ts';
import type { Finding } from '../config/workflow-config.ts';
import type { ExitCode } from '../errors.ts';
import type { Diagnostic, QueryVerdict } from '../lineage/sources.ts';
import type { Workspace } from '../mode/workspace.ts';
import type { Estimate } from '../plan/estimate.ts';
import type { Outcome } from '../plan/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanFile } from '../plan/plan-file.ts';

export type RunStatus = 'done' | 'planned' | 'valid' | 'partial' | 'failed' | 'guarded' | 'empty' | 'invalid';

/** What a run knows when it ends: the only input of every report. Parts that a run did not reach are null. */
export interface RunFacts {
  readonly command: 'validate' | 'plan' | 'ingest' | 'sweep';
  /** The part of the workspace that it kept to; null or absent: all of it. */
  readonly shard?: Shard | null;
  readonly configPath: string;
  readonly serviceName: string | null;
  readonly workspace: Workspace | null;
  readonly sources: readonly QueryVerdict[];
  /** Those that OpenMetadata has a user for, by e-mail; null or absent when nobody asked. No report shows an e-mail. */
  readonly owners?: ReadonlyMap<string, unknown> | null;
  readonly plan: Plan | null;
  /** The same as it is kept for approval; also of a plan that was refused, since another one was approved. */
  readonly planFile?: PlanFile | null;
  /** When an ingestion succeeded last, in milliseconds since 1970; null or absent when it is not known or nobody asked. */
  readonly lastSuccess?: number | null;
  readonly outcome: Outcome | null;
  /** What an ingestion of the plan would take; null or absent when nothing was only planned. */
  readonly estimate?: Estimate | null;
  /** How the configuration stands to that of the base branch; null or absent when nobody asked, or when it is as it was. */
  readonly comparison?: Comparison | null;
  /** What the base's configuration makes of the same reading; null or absent when it was not planned. */
  readonly base?: BaseFacts | null;
  readonly findings: readonly Finding[];
  /** The error that ended the run, when one did. */
  readonly error: { readonly code: string; readonly message: string; readonly next: string } | null;
  readonly status: RunStatus;
  readonly exitCode: ExitCode;
  readonly servers: {
    readonly mode: string | null;
    readonly openMetadata: string | null;
    readonly openMetadataVersion: string | null;
  };
  /** Where OpenMetadata shows the run; null or absent when nobody asked. */
  readonly pipeline?: RegisteredRun | null;
  readonly calls: { readonly mode: number; readonly openMetadata: number; readonly writes: number };
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** A run that was told to OpenMetadata. */
export interface RegisteredRun {
  /** FQN of the ingestion pipeline. */
  readonly fqn: string;
  readonly runId: string;
  /** `success`, `partialSuccess`, `failed` or `stopped`. */
  readonly state: string;
  /** Why it could not be told; null when it was. */
  readonly problem: string | null;
}

export interface Totals {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly kept: number;
  readonly failed: number;
}

/** The published model of a run (docs/report.schema.json): what the summary, the terminal and `--json` show. */
export interface RunReport {
  readonly schemaVersion: 1;
  readonly command: RunFacts['command'];
  readonly status: RunStatus;
  readonly exitCode: ExitCode;
  /** One sentence. */
  readonly verdict: string;
  readonly config: string;
  readonly service: string | null;
  readonly servers: RunFacts['servers'];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly calls: RunFacts['calls'];
  /** Null when the run is not shown in OpenMetadata. */
  readonly pipeline: RegisteredRun | null;
  /** Of a drift: when an ingestion succeeded last, in ISO 8601; null where that is not known, and for any other run. */
  readonly lastSuccess: string | null;
  readonly totals: Readonly<Record<'dashboards' | 'charts' | 'dataModels' | 'edges', Totals>>;
  /** Views of reports, recorded as usage of their dashboards; null when nobody asked or nothing was planned. */
  readonly usage: ReportedUsage | null;
  readonly dashboards: readonly ReportedDashboard[];
  readonly edges: readonly ReportedEdge[];
  /** What an ingestion of this plan would take; null when this is none. */
  readonly estimate: Estimate | null;
  /** What the change of the configuration does; null when it was not asked for, or when nothing was changed. */
  readonly comparison: ReportedComparison | null;
  readonly queriesWithoutLineage: readonly ReportedQuery[];
  readonly missingTables: readonly { readonly name: string; readonly queries: number }[];
  readonly verdicts: Readonly<Record<string, number>>;
  /** What was left out or kept, and why. */
  readonly skipped: readonly { readonly what: string; readonly name: string; readonly why: string }[];
  readonly notices: readonly string[];
  readonly failures: readonly { readonly key: string; readonly error: string }[];
  readonly guard: {
    readonly state: string;
    readonly reasons: readonly string[];
    readonly deletions: number;
  } | null;
  readonly incomplete: readonly string[];
  readonly findings: readonly Finding[];
  readonly error: RunFacts['error'];
}

export interface ReportedComparison {
  /** `compared`, `alike` (the change has no effect), `apart` (not to be compared), `new`, `invalid` or `unread` (of the base's file). */
  readonly state: string;
  /** One sentence. */
  readonly verdict: string;
  readonly keys: readonly ReportedKey[];
  /** Reports and datasets that go in with the change, and those that go out. */
  readonly gained: readonly ReportedMove[];
  readonly lost: readonly ReportedMove[];
  /** Of the plan of the base's configuration; null when there is none. */
  readonly totals: RunReport['totals'] | null;
}

/** A key of the configuration that changed; null where it is not set. */
export interface ReportedKey {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ReportedMove {
  readonly token: string;
  readonly name: string;
  readonly url: string | null;
  readonly kind: 'report' | 'dataset';
  /** What keeps it out of the other configuration. */
  readonly because: string;
}

export interface ReportedUsage {
  /** `2026-11-24`, UTC. */
  readonly date: string;
  /** Dashboards with a count that was, or would be, set. */
  readonly dashboards: number;
  /** Their views of that day. */
  readonly views: number;
  /** Dashboards of which only the counter was, or would be, noted. */
  readonly noted: number;
  readonly failed: number;
  /** Why views are not counted; null when they are. */
  readonly off: string | null;
  readonly counts: readonly ReportedViews[];
}

export interface ReportedViews {
  /** FQN of the dashboard. */
  readonly fqn: string;
  readonly name: string;
  readonly views: number;
  readonly failed: boolean;
}

export interface ReportedChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface ReportedEntity {
  readonly kind: EntityKind;
  readonly fqn: string;
  readonly name: string;
  readonly url: string | null;
  readonly action: string;
  readonly reason: string;
  readonly failed: boolean;
  readonly changes: readonly ReportedChange[];
}

export interface ReportedDashboard extends ReportedEntity {
  readonly project: string | null;
  readonly charts: readonly ReportedEntity[];
  readonly dataModels: readonly ReportedEntity[];
}

export interface ReportedEdge {
  readonly from: string;
  readonly to: string;
  readonly action: string;
  readonly conditional: boolean;
  readonly columns: number;
  readonly failed: boolean;
}

export interface ReportedQuery {
  readonly report: string;
  readonly query: string;
  readonly name: string;
  readonly url: string | null;
  readonly verdict: string;
  readonly reason: string;
  readonly next: string;
  readonly diagnostics: readonly Diagnostic[];
}

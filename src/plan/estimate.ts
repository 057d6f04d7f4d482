import type { EntityStep, Plan } from './plan.ts';

/** What an ingestion of a plan will take, nearly enough. */
export interface Estimate {
  /** Requests to Mode. */
  readonly mode: number;
  /** Requests to OpenMetadata, writes included. */
  readonly openMetadata: number;
  readonly writes: number;
  readonly seconds: number;
}

/** A write takes 20–25 ms (1.12.6). */
const SECONDS_A_WRITE = 0.025;

/** An ingestion reads what its plan has read, and writes what the plan says: rows in bulk where the server can, all else singly. */
export function estimate(
  plan: Plan,
  read: { readonly mode: number; readonly openMetadata: number },
  pace: {
    /** Rows in one request; 1 where the server takes none in bulk. */
    readonly bulkSize: number;
    /** Requests to Mode in a second; null where nothing holds them back. */
    readonly modePerSecond: number | null;
  },
): Estimate {
  const inBulk = (rows: number) => Math.ceil(rows / Math.max(1, pace.bulkSize));
  const ofKind = (steps: readonly EntityStep[]): number =>
    inBulk(steps.filter(({ put, body }) => put && body !== null).length) +
    inBulk(steps.filter(({ mark, body }) => mark !== null && body !== null).length) +
    steps.filter(({ id, patch }) => id !== null && patch.length > 0).length +
    (plan.guard.state === 'clear' ? steps.filter(({ action }) => action === 'delete').length : 0);
  const classifications = new Set(plan.tags.map(({ classification }) => classification)).size;
  const writes =
    (plan.service.action === 'unchanged' ? 0 : 1) +
    (plan.tags.length + classifications) +
    [plan.charts, plan.dataModels, plan.dashboards].reduce((sum, steps) => sum + ofKind(steps), 0) +
    plan.edges.filter(({ action }) => action !== 'unchanged').length +
    (plan.usage?.steps ?? []).reduce(
      (sum, { mark, id, count }) => sum + Number(mark !== null && id !== null) + Number(count !== null),
      0,
    );
  const reading = pace.modePerSecond === null ? 0 : read.mode / pace.modePerSecond;
  return {
    mode: read.mode,
    openMetadata: read.openMetadata + writes,
    writes,
    seconds: Math.ceil(reading + writes * SECONDS_A_WRITE),
  };
}

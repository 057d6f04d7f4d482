import { createHash } from 'node:crypto';
import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { ListedReport } from '../mode/payloads/report-payload.ts';
import type { Collection } from '../mode/workspace.ts';

/** What decides beside Mode what becomes of a report's children. */
export interface RowScope {
  /** The parts of the configuration that do. */
  readonly settings: string;
  /** How long a row is good for; null for ever. */
  readonly fullEveryMs: number | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export const rowScope = (
  { mode, source }: Pick<WorkflowConfig, 'mode' | 'source'>,
  now: number,
): RowScope => ({
  settings: JSON.stringify([
    mode.hostPort,
    mode.workspaceName,
    source.charts.text,
    source.dataModels.text,
    source.includeDataModels,
    source.chartDetails,
  ]),
  fullEveryMs: source.fullEveryHours === null ? null : source.fullEveryHours * HOUR_MS,
  now,
});

const HOUR_MS = 3_600_000;

/**
 * What Mode's listing tells of a report: as long as this text is the same, so is all that belongs to the report. What moves when a report
 * is only run or looked at is not in it. Null when the listing does not tell when the report was edited.
 */
export function listingRow(
  report: ListedReport,
  collection: Pick<Collection, 'token' | 'name' | 'kind' | 'restricted'> | undefined,
  { settings, fullEveryMs, now }: RowScope,
): string | null {
  const { token, name, description, kind, archived, url, createdAt, editedAt, lastSavedAt } = report;
  if (editedAt === null && lastSavedAt === null) return null;
  return JSON.stringify([
    [token, name, description, kind, archived, url, createdAt, editedAt, lastSavedAt],
    [report.queryCount, report.chartCount],
    collection === undefined
      ? null
      : [collection.token, collection.name, collection.kind, collection.restricted],
    settings,
    fullEveryMs === null ? null : Math.floor((now + phaseOf(token, fullEveryMs)) / fullEveryMs),
  ]);
}

/** Where in the period a report is read anew: each at its own time, so that no run has to read them all. */
function phaseOf(token: string, periodMs: number): number {
  const first = createHash('sha256').update(token).digest().readUInt32BE(0);
  return Math.floor((first / 2 ** 32) * periodMs);
}

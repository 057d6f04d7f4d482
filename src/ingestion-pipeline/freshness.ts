import { fqn } from '../catalog/fqn.ts';
import type { Finding, WorkflowConfig } from '../config/workflow-config.ts';
import { IngestError } from '../errors.ts';
import { lastSuccess } from '../openmetadata/ingestion-pipelines.ts';
import type { OpenMetadataClient } from '../openmetadata/open-metadata-client.ts';
import { PIPELINE_NAME } from './register-run.ts';

/** How long ago the last ingestion succeeded, as OpenMetadata has it. */
export interface Freshness {
  /** Milliseconds since 1970; null when none is known. */
  readonly lastSuccess: number | null;
  /** Longer ago than it may be. */
  readonly isStale: boolean;
  /** One sentence. */
  readonly told: string;
  readonly finding: Finding | null;
}

type Config = Pick<WorkflowConfig, 'path' | 'serviceName' | 'pipeline'>;

const DAY_MS = 86_400_000;
/** Runs of a quarter: what is older is told as none. */
const LOOK_BACK_MS = 90 * DAY_MS;

/** Reads the record of the service's ingestion pipeline. That it cannot be read is said, and is no difference. */
export async function readFreshness(
  config: Config,
  client: OpenMetadataClient,
  { now, maxAgeHours }: { readonly now: number; readonly maxAgeHours: number | null },
): Promise<Freshness> {
  const pipeline = config.pipeline.fqn ?? `${fqn(config.serviceName)}.${PIPELINE_NAME}`;
  try {
    const last = await lastSuccess(client, pipeline, { from: now - LOOK_BACK_MS, to: now + DAY_MS });
    return last === undefined
      ? unknown(config, maxAgeHours, `OpenMetadata has no ingestion pipeline ${pipeline}`)
      : judge(config, last, { now, maxAgeHours });
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return unknown(config, maxAgeHours, error.message);
  }
}

function judge(
  { path: file }: Config,
  last: number | null,
  { now, maxAgeHours }: { readonly now: number; readonly maxAgeHours: number | null },
): Freshness {
  const told =
    last === null
      ? 'No ingestion of the last 90 days succeeded'
      : `The last ingestion that succeeded was ${ago(now - last)} ago`;
  const isStale = maxAgeHours !== null && (last === null || now - last > maxAgeHours * 3_600_000);
  if (!isStale) return { lastSuccess: last, isStale, told: `${told}.`, finding: null };
  const message = `${told}, which is more than ${maxAgeHours} h.`;
  const next = 'Look at the runs of the ingestion: is it still scheduled, and how did it end?';
  const finding: Finding = { severity: 'warning', code: 'ingestion-stale', message, next, file };
  return { lastSuccess: last, isStale, told: message, finding };
}

function unknown({ path: file }: Config, maxAgeHours: number | null, why: string): Freshness {
  const message = `It is not known when an ingestion succeeded last: ${why.replace(/\.$/, '')}.`;
  const next = 'Let the ingestion register its runs: registerRun in the YAML, or the input register-run.';
  const severity = maxAgeHours === null ? 'notice' : 'warning';
  const finding: Finding = { severity, code: 'freshness-unknown', message, next, file };
  return { lastSuccess: null, isStale: false, told: message, finding };
}

/** `40 min`, `5 h`, `3 d`: the unit that it is two or more of. */
function ago(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1_440)} d`;
}

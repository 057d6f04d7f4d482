import { z } from 'zod';
import type { Capabilities } from './capabilities.ts';
import { SERVICES_PATH } from './entity-paths.ts';
import { type OpenMetadataClient, segment } from './open-metadata-client.ts';

const PATH = '/services/ingestionPipelines';
const found = z.object({ id: z.string() });
const statuses = z.object({
  data: z.array(
    z.object({
      pipelineState: z.string().nullish(),
      timestamp: z.number().nullish(),
      endDate: z.number().nullish(),
    }),
  ),
});

/** States of a run that OpenMetadata knows; `stopped` since 1.12. */
export type PipelineState = 'running' | 'success' | 'partialSuccess' | 'failed' | 'stopped';

/** OpenMetadata's `stepSummary`, in the fields that every version since 1.4 has. */
export interface StepSummary {
  readonly name: string;
  readonly records: number;
  readonly updated_records: number;
  readonly warnings: number;
  readonly errors: number;
  readonly filtered: number;
  readonly failures: readonly { readonly name: string; readonly error: string }[];
}

/** One run as it is recorded. Times in milliseconds since 1970. */
export interface PipelineRun {
  readonly runId: string;
  readonly state: PipelineState;
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly steps: readonly StepSummary[];
}

export const hasPipeline = async (client: OpenMetadataClient, fqn: string): Promise<boolean> =>
  (await client.find(`${PATH}/name/${segment(fqn)}`, found)) !== undefined;

/**
 * Makes the record that runs are shown below; it is never deployed, and names no connection. False while there is no such service to
 * make it in.
 */
export async function makePipeline(
  client: OpenMetadataClient,
  { name, serviceFqn }: { readonly name: string; readonly serviceFqn: string },
): Promise<boolean> {
  const service = await client.find(`${SERVICES_PATH}/name/${segment(serviceFqn)}`, found);
  if (service === undefined) return false;
  const body = {
    name,
    service: { id: service.id, type: 'dashboardService' },
    pipelineType: 'metadata',
    sourceConfig: { config: { type: 'DashboardMetadata' } },
    airflowConfig: {},
  };
  await client.send({ method: 'PUT', path: PATH, body });
  return true;
}

/** Tells the server how a run stands. The same run again replaces what was told before. */
export async function putRun(
  client: OpenMetadataClient,
  fqn: string,
  run: PipelineRun,
  { stepSummary }: Pick<Capabilities, 'stepSummary'>,
): Promise<void> {
  const { runId, state, startedAt, endedAt, steps } = run;
  await client.send({
    method: 'PUT',
    path: `${PATH}/${segment(fqn)}/pipelineStatus`,
    body: {
      runId,
      pipelineState: state,
      startDate: startedAt,
      timestamp: startedAt,
      ...(endedAt === null ? {} : { endDate: endedAt }),
      ...(stepSummary && endedAt !== null ? { status: steps } : {}),
    },
  });
}

/**
 * When the last run that succeeded had ended, in milliseconds since 1970; null when none did within the span, undefined when there is
 * no such pipeline.
 */
export async function lastSuccess(
  client: OpenMetadataClient,
  fqn: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number | null | undefined> {
  if (!(await hasPipeline(client, fqn))) return undefined;
  const query = { startTs: from, endTs: to };
  const { data } = await client.get(`${PATH}/${segment(fqn)}/pipelineStatus`, statuses, query);
  const ends = data.flatMap(({ pipelineState, timestamp, endDate }) =>
    pipelineState === 'success' ? [endDate ?? timestamp ?? 0] : [],
  );
  return ends.length === 0 ? null : ends.reduce((last, end) => Math.max(last, end));
}

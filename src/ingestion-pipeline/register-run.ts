import { fqn, lastPart, splitFqn } from '../catalog/fqn.ts';
import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { Capabilities } from '../openmetadata/capabilities.ts';
import {
  hasPipeline,
  makePipeline,
  type PipelineState,
  putRun,
  type StepSummary,
} from '../openmetadata/ingestion-pipelines.ts';
import type { OpenMetadataClient } from '../openmetadata/open-metadata-client.ts';

/** The name of the record that `registerRun` makes where the configuration gives none. */
export const PIPELINE_NAME = 'mode_ingest';

/** A run that is shown in OpenMetadata. Nothing of it is ever thrown: what went wrong is a sentence. */
export interface Registration {
  readonly fqn: string;
  readonly runId: string;
  /** Tells that it runs. Does not wait for anything: `end` does. */
  begin(capabilities: Capabilities): void;
  /** Tells how it ended; resolves to why that could not be told, or null. `hurried` gives it a second. */
  end(
    ended: {
      readonly state: PipelineState;
      readonly endedAt: number;
      readonly steps: readonly StepSummary[];
    },
    hurried: AbortSignal,
  ): Promise<string | null>;
}

export interface RegistrationOptions {
  readonly startedAt: number;
  readonly newId: () => string;
  /** A client of OpenMetadata that does not end with the run's own signal, since how it ended is what is to be told. */
  readonly client: (signal: AbortSignal) => OpenMetadataClient;
}

const HURRY_MS = 1_000;
const PATIENCE_MS = 15_000;

/** Null when the configuration does not ask for it. */
export function registerRun(
  { pipeline, serviceName }: Pick<WorkflowConfig, 'pipeline' | 'serviceName'>,
  { startedAt, newId, client }: RegistrationOptions,
): Registration | null {
  if (pipeline.fqn === null && !pipeline.register) return null;
  const serviceFqn = fqn(serviceName);
  const name = pipeline.fqn ?? `${serviceFqn}.${PIPELINE_NAME}`;
  const runId = pipeline.runId ?? newId();
  const running = new AbortController();
  let known: Capabilities | null = null;
  let isThere = false;
  let begun: Promise<unknown> = Promise.resolve();

  /** Finds the record, or makes it. @throws when there is none to tell anything to. */
  async function ensure(asked: OpenMetadataClient): Promise<void> {
    if (isThere) return;
    const isOurs = splitFqn(name).length === 2 && splitFqn(name)[0] === serviceName;
    isThere =
      (await hasPipeline(asked, name)) ||
      (pipeline.register && isOurs && (await makePipeline(asked, { name: lastPart(name), serviceFqn })));
    if (!isThere) throw new Error(pipeline.register && isOurs ? NO_SERVICE : NO_RECORD);
  }
  const tell = async (
    signal: AbortSignal,
    run: Pick<Parameters<typeof putRun>[2], 'state' | 'endedAt' | 'steps'>,
    capabilities: Capabilities,
  ): Promise<string | null> => {
    const asked = client(signal);
    return whyNot(async () => {
      await ensure(asked);
      await putRun(asked, name, { runId, startedAt, ...run }, capabilities);
    });
  };

  return {
    fqn: name,
    runId,
    begin(capabilities) {
      known = capabilities;
      const signal = AbortSignal.any([running.signal, AbortSignal.timeout(PATIENCE_MS)]);
      // A first run has no service yet, and so no record: it is told when it ends.
      begun = tell(signal, { state: 'running', endedAt: null, steps: [] }, capabilities);
    },
    async end(ended, hurried) {
      if (known === null) return 'OpenMetadata was not reached';
      const capabilities = known;
      const hurry = () => running.abort();
      if (hurried.aborted) hurry();
      hurried.addEventListener('abort', hurry, { once: true });
      await begun;
      const patient = AbortSignal.any([running.signal, AbortSignal.timeout(PATIENCE_MS)]);
      const why = running.signal.aborted ? 'not told yet' : await tell(patient, ended, capabilities);
      hurried.removeEventListener('abort', hurry);
      if (why === null || !running.signal.aborted) return why;
      return tell(AbortSignal.timeout(HURRY_MS), ended, capabilities);
    },
  };
}

const NO_RECORD = 'there is no such ingestion pipeline; registerRun makes one of the service';
const NO_SERVICE = 'there is no service to make an ingestion pipeline in';

/** Whatever it is: the record of a run is never worth the run. */
async function whyNot(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

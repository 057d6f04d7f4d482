import type { z } from 'zod';
import { LOGGER_LEVELS } from '../workflow-config.ts';
import { dashboardMetadata } from './dashboard-metadata.ts';
import { choice, flag, minutes, openSection, section, text, wholeNumber } from './fields.ts';
import { modeConnection } from './mode-connection.ts';
import { openMetadataConnection } from './open-metadata-connection.ts';
import { ignored } from './outline.ts';

/** An entity name of OpenMetadata, as far as every version agrees: its own separator and the quote of qualified names are out. */
const serviceName = text.regex(/^(?!.*(?:::|"))[^\p{Cc}]{1,256}$/u, {
  error: 'must have 1 to 256 characters, without :: and double quotes',
});

const pipelineFqn = text.regex(/^(?:"[^"]+"|[^".]+)(?:\.(?:"[^"]+"|[^".]+))+$/, {
  error: 'must be the name of a service, a dot, and the name of an ingestion pipeline',
});

const runId = text.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, {
  error: 'must be a UUID, such as 0f8fad5b-d9cb-469f-a165-70867728950e',
});

/** The whole workflow YAML, under its canonical keys: every default and constraint stands here. */
export const workflowFile = section({
  source: section({
    type: choice(['mode']),
    serviceName,
    serviceConnection: section({ config: modeConnection }),
    sourceConfig: section({ config: dashboardMetadata }),
  }),
  sink: section({
    type: choice(['metadata-rest']).default('metadata-rest'),
    // The size since 1.11; the endpoint before 0.12.
    config: section({
      bulk_sink_batch_size: wholeNumber(1, 1000).default(100),
      api_endpoint: ignored,
    }).prefault({}),
  }).prefault({}),
  workflowConfig: section({
    openMetadataServerConfig: openMetadataConnection,
    // The documentation's comment says WARNING; the schema says WARN.
    loggerLevel: choice(LOGGER_LEVELS, { warning: 'WARN' }).default('INFO'),
    raiseOnError: flag.default(true),
    successThreshold: wholeNumber(0, 100).default(90),
    // Free in OpenMetadata's schema: with ours in it the file stays good for its own connector.
    config: openSection({
      registerRun: flag.default(false),
      timeBudget: minutes.nullable().default(null),
    }).prefault({}),
  }),
  processor: ignored,
  stage: ignored,
  bulkSink: ignored,
  ingestionPipelineFQN: pipelineFqn.nullable().default(null),
  pipelineRunId: runId.nullable().default(null),
  enableStreamableLogs: ignored,
  ingestionRunnerName: ignored,
});
export type WorkflowFile = z.output<typeof workflowFile>;

import type { z } from 'zod';
import { LOGGER_LEVELS } from '../workflow-config.ts';
import { dashboardMetadata } from './dashboard-metadata.ts';
import { choice, flag, minutes, openSection, section, textLike, wholeNumber } from './fields.ts';
import { modeConnection } from './mode-connection.ts';
import { openMetadataConnection } from './open-metadata-connection.ts';
import { ignored } from './outline.ts';
import { taking } from './written-as.ts';

/** An entity name of OpenMetadata, as far as every version agrees: its own separator and the quote of qualified names are out. */
const NAME = '(?!.*(?:::|"))[^\\u0000-\\u001f\\u007f-\\u009f]{1,256}';
const NAME_SAYS = 'must have 1 to 256 characters, without :: and double quotes';
const serviceName = taking(textLike(NAME, NAME_SAYS), { pattern: NAME, says: NAME_SAYS, anyScalar: true });

const pipelineFqn = textLike(
  '(?:"[^"]+"|[^".]+)(?:\\.(?:"[^"]+"|[^".]+))+',
  'must be the name of a service, a dot, and the name of an ingestion pipeline',
);

const runId = textLike(
  '[\\dA-Fa-f]{8}(?:-[\\dA-Fa-f]{4}){3}-[\\dA-Fa-f]{12}',
  'must be a UUID, such as 0f8fad5b-d9cb-469f-a165-70867728950e',
);

/** The whole workflow YAML, under its canonical keys: every default, constraint and description stands here. */
export const workflowFile = section({
  source: section({
    type: choice(['mode']).describe('What to read: `mode`.'),
    serviceName: serviceName.describe('The dashboard service that Mode has, or shall have, in OpenMetadata.'),
    serviceConnection: section({ config: modeConnection.describe('How to reach Mode.') }).describe(
      'The connection to Mode, written out.',
    ),
    sourceConfig: section({ config: dashboardMetadata.describe('What to ingest, and how.') }).describe(
      'What to ingest.',
    ),
  }).describe('Where the metadata comes from.'),
  sink: section({
    type: choice(['metadata-rest'])
      .default('metadata-rest')
      .describe('Where to write: OpenMetadata’s API, `metadata-rest`.'),
    // The size since 1.11; the endpoint before 0.12.
    config: section({
      bulk_sink_batch_size: wholeNumber(1, 1000)
        .default(100)
        .describe('The most entities in one bulk write.'),
      api_endpoint: ignored,
    })
      .prefault({})
      .describe('How to write.'),
  })
    .prefault({})
    .describe('Where the metadata goes.'),
  workflowConfig: section({
    openMetadataServerConfig: openMetadataConnection.describe('How to reach OpenMetadata.'),
    // The documentation's comment says WARNING; the schema says WARN.
    loggerLevel: choice(LOGGER_LEVELS, { warning: 'WARN' })
      .default('INFO')
      .describe('The least level of what the log shows.'),
    raiseOnError: flag
      .default(true)
      .describe('Whether a run in part ends with an exit code that says so; `false` lets it pass as done.'),
    successThreshold: wholeNumber(0, 100)
      .default(90)
      .describe('A run with a smaller share of successful writes, in per cent, has failed.'),
    // Free in OpenMetadata's schema: with ours in it the file stays good for its own connector.
    config: openSection({
      registerRun: flag
        .default(false)
        .describe(
          'Show each ingestion in OpenMetadata, below the service’s ingestion pipelines. Only mode-ingest reads it.',
        ),
      timeBudget: minutes
        .optional()
        .describe(
          'Minutes that a run may take. It ends in good order, and the next one goes on. Only mode-ingest reads it.',
        ),
    })
      .prefault({})
      .describe('Free for settings of one’s own.'),
  }).describe('Settings of the run.'),
  processor: ignored,
  stage: ignored,
  bulkSink: ignored,
  ingestionPipelineFQN: pipelineFqn
    .optional()
    .describe('The ingestion pipeline in OpenMetadata that shows the run: `service.pipeline`.'),
  pipelineRunId: runId.optional().describe('The run’s id there, a UUID. Left out: a new one each run.'),
  enableStreamableLogs: ignored,
  ingestionRunnerName: ignored,
});
export type WorkflowFile = z.output<typeof workflowFile>;

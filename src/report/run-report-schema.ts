import { z } from 'zod';
import type { RunReport } from './run-report.ts';

const text = z.string();
const nullableText = z.string().nullable();
const count = z.int().min(0);

const totals = z.object({
  created: count,
  changed: count.describe('Updated or restored.'),
  unchanged: count,
  deleted: count.describe('Soft-deleted, and undoable.'),
  kept: count.describe('Not wanted any more, and not deleted: a filter, an incomplete read or a guard.'),
  failed: count.describe('To be written, and not written.'),
});

const allTotals = z.object({ dashboards: totals, charts: totals, dataModels: totals, edges: totals });

const moves = z
  .array(
    z.object({
      token: text,
      name: text,
      url: nullableText,
      kind: z.enum(['report', 'dataset']),
      because: text.describe('What keeps it out of the other configuration.'),
    }),
  )
  .readonly();

const entity = z.object({
  kind: z.enum(['chart', 'dashboardDataModel', 'dashboard']),
  fqn: text,
  name: text.describe('The name to show.'),
  url: nullableText.describe('The web address in Mode.'),
  action: text.describe('create, update, restore, unchanged, delete or keep.'),
  reason: text,
  failed: z.boolean(),
  changes: z.array(z.object({ field: text, before: text, after: text })).readonly(),
});

const finding = z.object({
  severity: z.enum(['error', 'warning', 'notice']),
  code: text,
  message: text,
  next: text.exactOptional(),
  file: text,
  line: z.number().exactOptional(),
  column: z.number().exactOptional(),
});

/**
 * The published model of a run as a schema, for docs/report.schema.json and the tests. No run imports it. What it allows and what
 * `RunReport` allows is the same, or this file does not compile.
 */
export const runReportSchema = z
  .object({
    schemaVersion: z.literal(1),
    command: z.enum(['validate', 'plan', 'ingest', 'sweep']),
    status: z.enum(['done', 'planned', 'valid', 'partial', 'failed', 'guarded', 'empty', 'invalid']),
    exitCode: z.literal([0, 1, 2, 3, 4, 5, 6, 10]),
    verdict: text.describe('One sentence: what happened, and what matters most about it.'),
    config: text.describe('Path of the workflow YAML.'),
    service: nullableText,
    servers: z.object({ mode: nullableText, openMetadata: nullableText, openMetadataVersion: nullableText }),
    startedAt: text.describe('ISO 8601, UTC.'),
    durationMs: z.number().min(0),
    calls: z.object({ mode: count, openMetadata: count, writes: count }),
    pipeline: z
      .object({
        fqn: text.describe('FQN of the ingestion pipeline.'),
        runId: text,
        state: text.describe('success, partialSuccess, failed or stopped.'),
        problem: nullableText.describe('Why the run could not be told.'),
      })
      .nullable()
      .describe('Where OpenMetadata shows the run.'),
    totals: allTotals.describe('In a plan what would happen, in an ingestion what did.'),
    usage: z
      .object({
        date: text.describe('The day that the views count for, UTC.'),
        dashboards: count.describe('Dashboards whose views were, or would be, set.'),
        views: count,
        noted: count.describe(
          "Dashboards of which only Mode's counter was, or would be, noted, to count from.",
        ),
        failed: count.describe('To be recorded, and not recorded; the next run makes it up.'),
        off: nullableText.describe('Why views are not counted.'),
        counts: z
          .array(
            z.object({
              fqn: text.describe('FQN of the dashboard.'),
              name: text,
              views: count,
              failed: z.boolean(),
            }),
          )
          .readonly(),
      })
      .nullable()
      .describe('Views of reports, recorded as usage of their dashboards.'),
    dashboards: z
      .array(
        entity.extend({
          project: nullableText.describe('The collection.'),
          charts: z.array(entity).readonly(),
          dataModels: z.array(entity).readonly(),
        }),
      )
      .readonly()
      .describe('Dashboards, then assets that belong to none: `kind` tells.'),
    estimate: z
      .object({
        mode: count.describe('Requests to Mode.'),
        openMetadata: count.describe('Requests to OpenMetadata, writes included.'),
        writes: count,
        seconds: count,
      })
      .nullable()
      .describe('What an ingestion of this plan would take, nearly enough.'),
    comparison: z
      .object({
        state: text.describe('compared, alike, apart, new, invalid or unread.'),
        verdict: text.describe('One sentence.'),
        keys: z
          .array(z.object({ key: text, before: nullableText, after: nullableText }))
          .readonly()
          .describe('Keys of the configuration that changed; null where one is not set.'),
        gained: moves.describe('Reports and datasets that go in with the change.'),
        lost: moves.describe('Those that go out; what the catalog has of them stays.'),
        totals: allTotals.nullable().describe("Of the plan of the base branch's configuration."),
      })
      .nullable()
      .describe('What the change of the configuration does, on a pull request.'),
    edges: z
      .array(
        z.object({
          from: text.describe('FQN of a table or data model.'),
          to: text.describe('FQN of a data model or dashboard.'),
          action: text.describe('add, change, remove or unchanged.'),
          conditional: z.boolean().describe('Read only in a Liquid branch that defaults do not take.'),
          columns: count.describe('How many columns have lineage of their own.'),
          failed: z.boolean(),
        }),
      )
      .readonly(),
    queriesWithoutLineage: z
      .array(
        z.object({
          report: text.describe("The report's name."),
          query: text.describe('The data model name: reportToken.queryToken.'),
          name: text,
          url: nullableText.describe('The web address of the query in Mode.'),
          verdict: text,
          reason: text,
          next: text.describe('What the reader can do.'),
          diagnostics: z
            .array(z.object({ code: text, message: text, line: z.number().exactOptional() }))
            .readonly()
            .describe('What its SQL made hard to read.'),
        }),
      )
      .readonly()
      .describe('Queries that are not linked in full, and those whose lineage is in doubt.'),
    missingTables: z
      .array(z.object({ name: text.describe('As the SQL writes it.'), queries: count }))
      .readonly()
      .describe('Tables that the catalog lacks, those that most queries read first.'),
    verdicts: z.record(text, z.number()).describe('Verdict on lineage → number of queries.'),
    skipped: z.array(z.object({ what: text, name: text, why: text })).readonly(),
    notices: z
      .array(text)
      .readonly()
      .describe('What else is worth knowing: unusable elements, owners not found.'),
    failures: z.array(z.object({ key: text.describe('kind:FQN, or from → to.'), error: text })).readonly(),
    guard: z
      .object({
        state: text.describe('clear, stopped or off.'),
        reasons: z.array(text).readonly(),
        deletions: count,
      })
      .nullable(),
    incomplete: z.array(text).readonly().describe('What was not read or not reached.'),
    findings: z.array(finding).readonly().describe('What is to be said about the configuration.'),
    error: z
      .object({ code: text, message: text, next: text })
      .nullable()
      .describe('The error that ended the run.'),
  })
  .describe('What one run of mode-ingest did, or in a plan would do.');

type Schema = z.output<typeof runReportSchema>;
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : never) : never;
/** Compiles only while each takes the other's values. */
export const SCHEMA_IS_RUN_REPORT: Same<Schema, RunReport> = true;

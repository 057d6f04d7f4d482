import { z } from 'zod';
import { runReportSchema } from './run-report-schema.ts';

/** The JSON Schema of a report, as docs/report.schema.json holds it. Unknown keys are allowed: a later release may add some. */
export const reportJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(runReportSchema, { target: 'draft-2020-12', io: 'input' }),
  title: 'RunReport',
});

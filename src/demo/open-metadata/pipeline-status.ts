import type { Answer } from '../stand-in-server.ts';
import { type Caller, type CatalogServer, entityByFqn } from './catalog-server.ts';
import { changeEvent } from './change-event.ts';
import { pipelineStates } from './enums.ts';
import type { Features } from './features.ts';
import { isObject, type JsonObject, objectsOf, refuseOutside, refuseUnknown } from './json-shape.ts';
import { badRequest, invalid, methodNotAllowed, notFoundText } from './refusals.ts';

/** PUT …/{fqn}/pipelineStatus records a run, by its id; GET …/pipelineStatus/{runId} reads it, and without an id all between two times. */
export function answerPipelineStatus(
  server: CatalogServer,
  caller: Caller,
  method: string,
  pipelineFqn: string,
  runId: string | undefined,
  body: unknown,
  query: URLSearchParams,
): Answer {
  const pipeline = entityByFqn(server, 'ingestionPipeline', pipelineFqn);
  if (method === 'GET' && runId !== undefined) {
    const run = pipeline.runs.get(runId);
    if (run === undefined) throw notFoundText(`pipelineStatus for run ${runId} not found`);
    return { status: 200, json: run };
  }
  if (method === 'GET') {
    const [from, to] = ['startTs', 'endTs'].map((name) => Number(query.get(name) ?? Number.NaN));
    const data = [...pipeline.runs.values()].filter(
      ({ timestamp }) => !(Number(timestamp) < Number(from)) && !(Number(timestamp) > Number(to)),
    );
    return { status: 200, json: { data, paging: { total: data.length } } };
  }
  if (method !== 'PUT') throw methodNotAllowed();
  if (!isObject(body)) throw badRequest('Unable to process JSON');
  checkStatus(body, server.features);
  if (typeof body.runId !== 'string') throw invalid('runId must not be null');
  const run = {
    ...body,
    ...(body.status === undefined
      ? {}
      : { status: objectsOf(body.status).map((step) => ({ ...STEP, ...step })) }),
  };
  pipeline.runs.set(body.runId, run);
  return changeEvent(server, pipeline, caller, 'pipelineStatus', undefined, run);
}

const STEP = { records: 0, updated_records: 0, warnings: 0, errors: 0, filtered: 0, failures: [] };

const STATUS = 'org.openmetadata.schema.entity.services.ingestionPipelines.PipelineStatus';
const SUMMARY = 'org.openmetadata.schema.entity.services.ingestionPipelines.StepSummary';
const FAILURE = 'org.openmetadata.schema.entity.services.ingestionPipelines.StackTraceError';
const FAILURE_FIELDS: ReadonlySet<string> = new Set(['name', 'error', 'stackTrace']);

/** The properties of the version's schema, and no other. */
function checkStatus(body: JsonObject, features: Features): void {
  const recent = features.chartDashboards ? ['config', 'metadata'] : [];
  const steps = features.stepSummary ? ['status'] : [];
  const known = ['runId', 'pipelineState', 'startDate', 'timestamp', 'endDate', ...steps, ...recent];
  refuseUnknown(body, new Set(known), STATUS);
  refuseOutside(body.pipelineState, pipelineStates(features), STATUS, 'pipelineState');
  const progress = features.chartDashboards ? ['progress'] : [];
  for (const step of objectsOf(body.status)) {
    refuseUnknown(step, new Set([...Object.keys(STEP), 'name', ...progress]), SUMMARY);
    if (typeof step.name !== 'string') throw invalid('name must not be null');
    for (const failure of objectsOf(step.failures)) refuseUnknown(failure, FAILURE_FIELDS, FAILURE);
  }
}

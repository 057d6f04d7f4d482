import type { Answer } from '../stand-in-server.ts';
import { type Caller, type CatalogServer, entityByFqn } from './catalog-server.ts';
import { changeEvent } from './change-event.ts';
import { isObject, objectsOf } from './json-shape.ts';
import { badRequest, invalid, methodNotAllowed, notFoundText } from './refusals.ts';

/** PUT …/{fqn}/pipelineStatus records a run, by its id; GET …/pipelineStatus/{runId} reads it. */
export function answerPipelineStatus(
  server: CatalogServer,
  caller: Caller,
  method: string,
  pipelineFqn: string,
  runId: string | undefined,
  body: unknown,
): Answer {
  const pipeline = entityByFqn(server, 'ingestionPipeline', pipelineFqn);
  if (method === 'GET' && runId !== undefined) {
    const run = pipeline.runs.get(runId);
    if (run === undefined) throw notFoundText(`pipelineStatus for run ${runId} not found`);
    return { status: 200, json: run };
  }
  if (method !== 'PUT') throw methodNotAllowed();
  if (!isObject(body)) throw badRequest('Unable to process JSON');
  if (typeof body.runId !== 'string') throw invalid('runId must not be null');
  const run = {
    ...body,
    status: objectsOf(body.status).map((step) => ({ ...STEP, ...step })),
  };
  pipeline.runs.set(body.runId, run);
  return changeEvent(server, pipeline, caller, 'pipelineStatus', undefined, run);
}

const STEP = { records: 0, updated_records: 0, warnings: 0, errors: 0, filtered: 0, failures: [] };

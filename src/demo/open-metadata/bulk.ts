import type { Answer } from '../stand-in-server.ts';
import { type Caller, type CatalogServer, entityFqn, parentOf } from './catalog-server.ts';
import { KINDS, type KindName } from './entity-kinds.ts';
import type { JsonObject } from './json-shape.ts';
import { putEntity } from './put-entity.ts';
import { checkShape } from './read-create-request.ts';
import { badRequest, methodNotAllowed, Refusal } from './refusals.ts';

/**
 * PUT …/bulk. An unknown property refuses the whole request; every other fault fails its row with 400, also a missing reference.
 * A passed row is named by its FQN, a failed one is sent back whole.
 */
export function putBulk(
  server: CatalogServer,
  caller: Caller,
  type: KindName,
  body: unknown,
  query: URLSearchParams,
): Answer {
  if (!server.features.bulk) throw methodNotAllowed();
  if (!Array.isArray(body)) throw badRequest('Unable to process JSON');
  const rows = body.map((row) => checkShape(type, row, server.features));
  if (rows.length === 0)
    return { status: 200, json: { status: 'failure', ...counts(0, 0), failedRequest: [] } };
  const passed: JsonObject[] = [];
  const failed: JsonObject[] = [];
  const overrides = query.get('overrideMetadata') === 'true';
  for (const row of rows) {
    try {
      const skipped = overrides ? undefined : unchangedFqn(server, type, row, rows);
      passed.push({ request: skipped ?? putEntity(server, caller, type, row).entity.fqn, status: 200 });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failed.push({ request: asParsed(type, row), message: error.rowMessage, status: 400 });
    }
  }
  // Asynchronously the work is done as well, but the answer tells nothing of it.
  if (query.get('async') === 'true')
    return {
      status: 202,
      json: { status: 'success', ...counts(0, 0), numberOfRowsProcessed: rows.length },
    };
  const status = failed.length === 0 ? 'success' : passed.length === 0 ? 'failure' : 'partialSuccess';
  return {
    status: 200,
    json: {
      status,
      ...counts(passed.length, failed.length),
      successRequest: passed,
      failedRequest: failed,
    },
  };
}

function counts(passed: number, failed: number) {
  return {
    numberOfRowsProcessed: passed + failed,
    numberOfRowsPassed: passed,
    numberOfRowsFailed: failed,
  };
}

/** 2.0's short cut: a live row with the stored hash, and alone of its name in the batch, is passed over untouched. */
function unchangedFqn(
  server: CatalogServer,
  type: KindName,
  row: JsonObject,
  rows: readonly JsonObject[],
): string | undefined {
  const { name, sourceHash } = row;
  const field = KINDS[type].parent?.field;
  if (!server.features.skipsEqualHash || !sourceHash || field === undefined) return undefined;
  if (rows.filter((other) => other.name === name && other[field] === row[field]).length > 1) return undefined;
  const parent = parentOf(server, KINDS[type].parent?.type ?? type, String(row[field]));
  const existing = server.store.byFqn(type, entityFqn(type, String(name), parent));
  const same = existing !== undefined && !existing.deleted && existing.values.sourceHash === sourceHash;
  return same ? existing.fqn : undefined;
}

/** A row as the server read it: with its defaults. */
function asParsed(type: KindName, row: JsonObject): JsonObject {
  return {
    ...(type === 'dashboard' ? { dashboardType: 'Dashboard' } : {}),
    ...row,
    domains: row.domains ?? [],
    dataProducts: row.dataProducts ?? [],
  };
}

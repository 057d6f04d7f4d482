import type { Answer } from '../stand-in-server.ts';
import { type Caller, type CatalogServer, entityByFqn, entityById } from './catalog-server.ts';
import { changeEvent } from './change-event.ts';
import { isKindName } from './entity-kinds.ts';
import { isObject, refuseUnknown } from './json-shape.ts';
import { badRequest, invalid, notFound } from './refusals.ts';
import { usageSummary } from './usage-summary.ts';

/** POST sets a day's count, PUT adds to it; both answer 201. `rest` is `[id]` or `['name', fqn]`. */
export function answerUsage(
  server: CatalogServer,
  caller: Caller,
  method: 'POST' | 'PUT',
  type: string,
  rest: readonly string[],
  body: unknown,
): Answer {
  const [first = '', second] = rest;
  if (!isKindName(type)) throw notFound(type, second ?? first);
  const entity = second === undefined ? entityById(server, type, first) : entityByFqn(server, type, second);
  if (!isObject(body) || typeof body.date !== 'string') throw invalid('date must not be null');
  const { date, count } = body;
  refuseUnknown(body, DAILY_COUNT, 'org.openmetadata.schema.type.DailyCount');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !Number.isInteger(count))
    throw badRequest('Unable to process JSON');
  const before = usageSummary(entity.usage, server.now());
  if (Number(count) < 0) throw invalid('count must be greater than or equal to 0');
  entity.usage.set(date, (method === 'PUT' ? (entity.usage.get(date) ?? 0) : 0) + Number(count));
  return changeEvent(
    server,
    entity,
    caller,
    'usageSummary',
    before,
    usageSummary(entity.usage, server.now()),
  );
}

const DAILY_COUNT: ReadonlySet<string> = new Set(['date', 'count']);

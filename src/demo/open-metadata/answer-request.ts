import type { Answer, RecordedRequest } from '../stand-in-server.ts';
import { answerEntities } from './answer-entities.ts';
import { type Caller, type CatalogServer, entityByFqn } from './catalog-server.ts';
import { KINDS } from './entity-kinds.ts';
import type { Identities } from './identities.ts';
import { answerLineage } from './lineage.ts';
import { permissionsAnswer } from './permissions.ts';
import { answerPipelineStatus } from './pipeline-status.ts';
import { presentEntity } from './present-entity.ts';
import { badRequest, noSuchPath, Refusal } from './refusals.ts';
import { answerSearch } from './search.ts';
import { answerUsage } from './usage.ts';
import { etagOf } from './version.ts';

/** One request to `/api/v1/…`. Parts of the path are decoded one by one, so that a FQN may hold an encoded slash. */
export function answerRequest(
  server: CatalogServer,
  identities: Identities,
  request: RecordedRequest,
  searchWorks: boolean,
): Answer {
  try {
    const [path = '', search = ''] = splitOnce(request.path, '?');
    const [, api, version, ...parts] = path.split('/').map(decoded);
    if (api !== 'api' || version !== 'v1') throw noSuchPath();
    const open = identities.answerOpen(request.method, parts, request.body);
    if (open !== undefined) return open;
    const caller = identities.callerOf(request.headers.authorization);
    return dispatch(server, identities, caller, request, parts, new URLSearchParams(search), searchWorks);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function dispatch(
  server: CatalogServer,
  identities: Identities,
  caller: Caller,
  request: RecordedRequest,
  parts: readonly string[],
  query: URLSearchParams,
  searchWorks: boolean,
): Answer {
  const { method, body } = request;
  const [area, second = '', third = '', fourth = '', fifth] = parts;
  if (area === 'lineage')
    return answerLineage(server, caller, method, parts.slice(1), query, body, searchWorks);
  if (area === 'search') return answerSearch(server, parts.slice(1), query, searchWorks);
  if (area === 'permissions' && method === 'GET') return permissionsAnswer(caller, second);
  if (area === 'usage' && (method === 'POST' || method === 'PUT'))
    return answerUsage(server, caller, method, second, parts.slice(2), body);
  if (area === 'users' && second === 'loggedInUser') {
    const user = entityByFqn(server, 'user', caller.name);
    return {
      status: 200,
      headers: { etag: etagOf(user) },
      json: presentEntity(server, user, caller, []),
    };
  }
  if (area === 'users' && second === 'token') return identities.answerToken(caller);
  if (area === 'services' && second === 'ingestionPipelines' && fourth === 'pipelineStatus')
    return answerPipelineStatus(server, caller, method, third, fifth, body, query);
  const joined = parts.join('/');
  const kind = Object.values(KINDS).find(({ path }) => joined === path || joined.startsWith(`${path}/`));
  if (kind === undefined) throw noSuchPath();
  return answerEntities(server, caller, kind.type, parts.slice(kind.path.split('/').length), query, request);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badRequest('Malformed path');
  }
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

import type { TestContext } from 'node:test';
import {
  type Answer,
  type RecordedRequest,
  type StandIn,
  startStandIn,
} from '../../src/demo/stand-in-server.ts';
import type { OpenMetadataClient } from '../../src/openmetadata/open-metadata-client.ts';
import { clientFor } from './client-for.ts';

/** What a scripted server answers: by `GET /path` (without `/api/v1` and without the query); anything else is a 404. */
export type Script = Readonly<
  Record<string, Answer | ((request: RecordedRequest, query: URLSearchParams) => Answer)>
>;

export const json = (body: unknown, status = 200): Answer => ({ status, json: body });

export const notFound = json({ code: 404, message: 'instance not found' }, 404);

/** For what the real server does only when something is wrong with it. It ends with the test. */
export async function scripted(
  context: TestContext,
  script: Script,
): Promise<{ readonly server: StandIn; readonly client: OpenMetadataClient }> {
  const server = await startStandIn((request) => {
    const { pathname, searchParams } = new URL(request.path, 'http://stand-in');
    const answer = script[`${request.method} ${decodeURIComponent(pathname).replace('/api/v1', '')}`];
    return typeof answer === 'function' ? answer(request, searchParams) : (answer ?? notFound);
  });
  context.after(() => server.close());
  return { server, client: clientFor(`${server.url}/api`) };
}

/** `GET /path` of each request, in order. */
export const asked = (server: StandIn): readonly string[] =>
  server.requests.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);

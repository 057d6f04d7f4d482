import type { z } from 'zod';
import { GitHubError } from './github.ts';
import type { SendToGitHub } from './send-to-github.ts';

/** The most that GitHub gives on a page. */
const PAGE = 100;
/** Ten thousand of anything is past reading. */
const MOST_PAGES = 100;

/** @throws GitHubError, also for an answer that is not as GitHub documents it. */
export async function readAnswer<T>(
  send: SendToGitHub,
  schema: z.ZodType<T>,
  ...[route, parameters]: Parameters<SendToGitHub>
): Promise<{ readonly answer: T; readonly hasNext: boolean }> {
  const { data, headers } = await send(route, parameters);
  const read = schema.safeParse(data);
  if (!read.success) throw new GitHubError(`an answer to ${route} that was not expected`, { status: 200 });
  return { answer: read.data, hasNext: /;\s*rel="?next"?/.test(headers.link ?? '') };
}

/** The elements of a list, page by page. */
export async function* readPages<T>(
  send: SendToGitHub,
  schema: z.ZodType<readonly T[]>,
  ...[route, parameters]: Parameters<SendToGitHub>
): AsyncGenerator<T> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const asked = { ...parameters, per_page: PAGE, page };
    const { answer, hasNext } = await readAnswer(send, schema, route, asked);
    yield* answer;
    if (!hasNext) return;
  }
}

import { z } from 'zod';
import { GitHubError } from './github.ts';
import { readAnswer } from './read-answers.ts';
import type { SendToGitHub } from './send-to-github.ts';

/** As `GITHUB_TOKEN` writes; it may not ask who it is through REST. */
const ACTIONS_BOT = 'github-actions[bot]';

const viewerAnswer = z.object({ data: z.object({ viewer: z.object({ login: z.string().min(1) }) }) });
const userAnswer = z.object({ login: z.string().min(1) });

/**
 * The login under which a token of any kind writes.
 * @throws GitHubError when GitHub is not able to say: a guess would not find what was written before, and write it again.
 */
export async function askLogin(send: SendToGitHub, graphqlUrl: string): Promise<string> {
  const query = { query: 'query { viewer { login } }' };
  const viewer = await orNull(readAnswer(send, viewerAnswer, `POST ${graphqlUrl}`, query));
  if (viewer !== null) return viewer.answer.data.viewer.login;
  const user = await orNull(readAnswer(send, userAnswer, 'GET /user', {}));
  return user?.answer.login ?? ACTIONS_BOT;
}

/** Null for a token that may not ask in this way. */
const orNull = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof GitHubError && !error.isPassing) return null;
    throw error;
  });

import { postDrift } from '../../src/action/post-drift.ts';
import { EXIT } from '../../src/errors.ts';
import type { RunReport } from '../../src/report/run-report.ts';

/** The issue that a repository without any gets for these drifts. */
export async function driftIssue(...reports: readonly RunReport[]): Promise<{ title: string; body: string }> {
  let issue = { title: '', body: '' };
  await postDrift(
    reports.map((report) => ({ ...report, exitCode: EXIT.changes })),
    {
      owner: 'acme',
      repo: 'catalog',
      serverUrl: 'https://github.com',
      graphqlUrl: 'https://api.github.com/graphql',
      runId: 4711,
      connect: () => async (route, parameters) => {
        if (route.startsWith('POST /repos'))
          issue = { title: String(parameters.title), body: String(parameters.body) };
        const data = route === 'POST /graphql' ? { data: { viewer: { login: 'github-actions[bot]' } } } : [];
        return { data, headers: {} };
      },
    },
    'token',
    {
      info() {},
      warning(text) {
        throw new Error(text);
      },
    },
  );
  return issue;
}

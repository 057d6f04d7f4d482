import { EXIT } from '../errors.ts';
import { createGitHub } from '../github/create-github.ts';
import { GitHubError } from '../github/github.ts';
import { keepIssue } from '../github/keep-issue.ts';
import { driftMarker } from '../github/markers.ts';
import type { Host } from '../host/host.ts';
import { COMMENT_LIMIT } from '../report/comment.ts';
import { joinSummaries } from '../report/join-summaries.ts';
import { plainLine } from '../report/plain-line.ts';
import type { RunReport } from '../report/run-report.ts';
import { bytes } from '../report/trim.ts';
import { type GitHubContext, runUrl } from './github-context.ts';
import { refusedByGitHub } from './refused-by-github.ts';

const LONGEST_TITLE = 200;

/**
 * Keeps one issue for what a drift of these configurations found, and closes it when there is none any more. That GitHub does not let
 * it, or does not answer, is a warning.
 */
export async function postDrift(
  reports: readonly RunReport[],
  gitHub: GitHubContext,
  token: string,
  host: Pick<Host, 'info' | 'warning'>,
): Promise<void> {
  const isOpen = reports.some(({ exitCode }) => exitCode === EXIT.changes || exitCode === EXIT.guard);
  // What was not read may well have drifted: no reason to close.
  if (!isOpen && !reports.every(({ status }) => status === 'planned')) {
    host.info('The drift is not known in full: the issue stays as it is.');
    return;
  }
  if (token === '') {
    host.warning('The input github-token is empty: there is no issue of the drift.');
    return;
  }
  const { owner, repo, graphqlUrl } = gitHub;
  const paths = reports.map(({ config }) => config);
  const marker = driftMarker(paths);
  try {
    const kept = await keepIssue(createGitHub(gitHub.connect(token), { owner, repo, graphqlUrl }), {
      marker,
      title: plainLine(`OpenMetadata is not as Mode: ${paths.join(', ')}`, LONGEST_TITLE),
      body: bodyOf(reports, isOpen, marker, runUrl(gitHub)),
      isOpen,
    });
    if (kept !== 'nothing to do') host.info(`The issue of the drift was ${kept}.`);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    host.warning(refusedByGitHub('The issue of the drift is not kept', error, HINTS));
  }
}

/** What it comes to, and all the summaries within what GitHub takes, of which the marker has its part. */
function bodyOf(reports: readonly RunReport[], isOpen: boolean, marker: string, url: string | null): string {
  const head = isOpen
    ? '**The catalog is not as Mode.** This is what an ingestion would change.'
    : '**The catalog is as Mode again.**';
  const foot = `<sub>Kept by ${url === null ? 'mode-ingest' : `[this run](${url})`}; closed when there is no difference any more.</sub>`;
  const room = COMMENT_LIMIT - bytes([marker, head, '', '', '', foot].join('\n'));
  return `${head}\n\n${joinSummaries(reports, Math.max(0, room))}\n${foot}`;
}

const MAY_NOT = 'An issue takes `permissions: issues: write` in the workflow.';
const HINTS = {
  403: MAY_NOT,
  404: MAY_NOT,
  410: 'Turn the issues of the repository on, or drift-issue off.',
};

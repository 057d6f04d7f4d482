import { type GitHub, GitHubError } from '../github/github.ts';
import { keepComment } from '../github/keep-comment.ts';
import { commentMarker } from '../github/markers.ts';
import type { PullRequest } from '../github/pull-request.ts';
import type { Host } from '../host/host.ts';
import { hasChanges, isTrouble } from '../report/change-verdict.ts';
import { renderComment } from '../report/comment.ts';
import type { RunReport } from '../report/run-report.ts';
import type { CommentInputs } from './comment-inputs.ts';
import { refusedByGitHub } from './refused-by-github.ts';

/** A pull request that can be commented on, and what its comment links to. */
export interface Review {
  readonly gitHub: GitHub;
  readonly pullRequest: PullRequest;
  /** Web address of the repository. */
  readonly repositoryUrl: string;
  readonly runUrl: string | null;
}

/** Says on the pull request what a run found. That GitHub does not let it, or does not answer, is a warning: the run is what it is. */
export async function postComment(
  report: RunReport,
  { gitHub, pullRequest, repositoryUrl, runUrl }: Review,
  { comment, commentLabel: label }: CommentInputs,
  host: Pick<Host, 'info' | 'warning'>,
): Promise<void> {
  if (comment === 'never') return;
  const marker = commentMarker(report.config, label);
  const { headSha: sha } = pullRequest;
  const commit = { sha, url: `${repositoryUrl}/commit/${sha}` };
  const body = renderComment(report, { marker, label, commit, runUrl });
  try {
    const kept = await keepComment(gitHub, pullRequest.number, {
      marker,
      body,
      isNews: isNews(report, comment),
    });
    if (kept !== 'nothing to do') host.info(`The comment on pull request ${pullRequest.number} was ${kept}.`);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const hints = { 403: MAY_NOT, 404: MAY_NOT };
    host.warning(refusedByGitHub('The pull request has no new comment', error, hints));
  }
}

/** Whether there is something to say where nothing was said before. */
function isNews(report: RunReport, comment: CommentInputs['comment']): boolean {
  if (comment === 'always' || isTrouble(report)) return true;
  if (comment === 'failure') return false;
  const { gained = [], lost = [] } = report.comparison ?? {};
  return hasChanges(report) || gained.length + lost.length > 0;
}

const MAY_NOT =
  'Commenting takes `permissions: pull-requests: write` in the workflow; on pull requests from forks and of Dependabot the token may only read. All of it stands in the job summary.';

import { oneOf, wrong } from './input-values.ts';

export const COMMENT_MODES = ['always', 'changes', 'failure', 'never'] as const;

/** When a pull request gets a comment, as whom, and which. */
export interface CommentInputs {
  readonly comment: (typeof COMMENT_MODES)[number];
  /** Empty: no request is made to GitHub. */
  readonly gitHubToken: string;
  readonly commentLabel: string;
}

const LONGEST_LABEL = 100;

export function readCommentInputs(text: (name: string) => string): CommentInputs {
  const commentLabel = text('comment-label');
  if (commentLabel.length > LONGEST_LABEL)
    throw wrong('comment-label', `has ${commentLabel.length} characters`, `It takes up to ${LONGEST_LABEL}.`);
  return {
    comment: oneOf('comment', text('comment') || 'changes', COMMENT_MODES),
    gitHubToken: text('github-token'),
    commentLabel,
  };
}

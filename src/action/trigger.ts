/** What started the workflow, as far as it decides what may be done. */
export interface Trigger {
  readonly event: string;
  /** The configuration is that of a pull request: nobody has agreed to it yet. */
  readonly underReview: boolean;
  /** It comes from another repository. */
  readonly fromFork: boolean;
}

/** Reads the event's payload, of which nothing is taken for granted. A pull request whose head repository is gone counts as a fork's. */
export function readTrigger(event: string, payload: unknown): Trigger {
  // A queue's branch is the repository's own, and holds what is not merged yet.
  if (event === 'merge_group') return { event, underReview: true, fromFork: false };
  const pull = at(payload, 'pull_request');
  if (pull === undefined && !event.startsWith('pull_request'))
    return { event, underReview: false, fromFork: false };
  const head = at(at(at(pull, 'head'), 'repo'), 'full_name');
  const base = at(at(at(pull, 'base'), 'repo'), 'full_name');
  return { event, underReview: true, fromFork: typeof head !== 'string' || head !== base };
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;

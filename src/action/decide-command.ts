import { EXIT, IngestError } from '../errors.ts';
import type { ActionInputs } from './inputs.ts';
import type { Trigger } from './trigger.ts';

export interface Decision {
  readonly command: Exclude<ActionInputs['command'], 'auto'>;
  /** Why, when it is not what the input says. */
  readonly note: string | null;
}

/** Events whose configuration is the repository's own and that ask for work to be done. */
const INGESTING = new Set(['schedule', 'workflow_dispatch', 'repository_dispatch', 'push']);
/** Events that hand secrets to a run whose checkout may be anybody's. A comment is anybody's, and not told from one on an issue. */
const REFUSED = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);

/**
 * What to do for the input `command`, the trigger, and whether every credential is there.
 * A fork's configuration is data from a stranger that names hosts: it is only ever validated, whatever was asked (contract 4). A list
 * is no more than that, with what the files are called; a sweep is an ingestion, which only happens when it is asked for.
 * @throws IngestError for triggers that are not supported.
 */
export function decideCommand(
  asked: ActionInputs['command'],
  trigger: Trigger,
  hasSecrets: boolean,
): Decision {
  if (REFUSED.has(trigger.event)) {
    throw new IngestError(
      'trigger',
      `The trigger ${trigger.event} is refused: it gives secrets to code that nobody has reviewed.`,
      {
        next: 'Use pull_request for plans, and schedule, push or workflow_dispatch for ingestion.',
        exitCode: EXIT.configuration,
      },
    );
  }
  if (asked === 'list') return { command: 'list', note: null };
  if (trigger.fromFork) {
    return {
      command: 'validate',
      note: 'The configuration comes from a fork: it is validated and sent nowhere.',
    };
  }
  if (asked === 'drift' && trigger.underReview)
    return { command: 'plan', note: 'On a pull request a drift is a plan: nothing has drifted yet.' };
  if (asked !== 'auto') return { command: asked, note: null };
  if (trigger.underReview) {
    return hasSecrets
      ? { command: 'plan', note: null }
      : {
          command: 'validate',
          note: 'This pull request has no secrets (Dependabot, or none were given): it is validated only.',
        };
  }
  if (INGESTING.has(trigger.event)) return { command: 'ingest', note: null };
  return {
    command: 'plan',
    note: `The trigger ${trigger.event} is not known: nothing is written without an explicit command.`,
  };
}

import { readFileSync } from 'node:fs';

export type EventName =
  | 'pull_request'
  | 'pull_request-fork'
  | 'pull_request-dependabot'
  | 'pull_request_target'
  | 'push'
  | 'schedule'
  | 'workflow_dispatch';

/** A recorded payload, and the name of its event. */
export const recorded = (name: EventName) => ({
  event: name.split('-')[0] ?? name,
  payload: JSON.parse(readFileSync(`test/contract/events/${name}.json`, 'utf8')) as unknown,
});

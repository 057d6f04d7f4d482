import { isInShard } from '../config/shard.ts';
import type { RunFacts } from './run-report.ts';
import { grouped, listed, plural, withoutStop } from './words.ts';

/** What else is worth knowing: that this was a shard, elements of Mode that could not be used, and reports that get no owner. */
export const reportNotices = (facts: RunFacts): readonly string[] => [
  ...shardNotices(facts),
  ...(facts.workspace?.notices ?? []),
  ...ownerNotices(facts),
  ...pipelineNotices(facts),
];

function shardNotices({ shard = null, workspace }: RunFacts): readonly string[] {
  if (shard === null || workspace === null) return [];
  const { items } = workspace.collections;
  const own = items.filter(({ token }) => isInShard(token, shard)).length;
  return [
    `Shard ${shard.index} of ${shard.count}: the reports and datasets of ${grouped(own)} of ${plural(items.length, 'collection')}. It deletes nothing; the command sweep does, when all shards are done.`,
  ];
}

const pipelineNotices = ({ pipeline }: RunFacts): readonly string[] =>
  !pipeline || pipeline.problem === null
    ? []
    : [`OpenMetadata does not show this run under ${pipeline.fqn}: ${withoutStop(pipeline.problem)}.`];

/** People go by their username in Mode: an e-mail address is nobody's business here. */
function ownerNotices({ workspace, owners }: RunFacts): readonly string[] {
  if (!owners || workspace === null) return [];
  const emails = new Map(workspace.members.items.map(({ username, email }) => [username, email] as const));
  const creators = [...workspace.reports, ...workspace.recalled].flatMap(({ creator }) => creator ?? []);
  const hasEmail = (creator: string) => Boolean(emails.get(creator));
  const unknown = creators.filter((creator) => hasEmail(creator) && !owners.has(emails.get(creator) ?? ''));
  // A list of members that was not read is told with what was not read.
  const silent =
    workspace.members.state === 'complete' ? creators.filter((creator) => !hasEmail(creator)) : [];
  return [
    ...notice(unknown, (who) => `OpenMetadata has no user with the e-mail address of ${who}.`),
    ...notice(silent, (who) => `Mode tells no e-mail address of ${who}.`),
  ];
}

const MOST_NAMES = 5;

function notice(creators: readonly string[], why: (who: string) => string): readonly string[] {
  if (creators.length === 0) return [];
  const names = [...new Set(creators)];
  const more = names.length - MOST_NAMES;
  const who = listed([...names.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])]);
  return [
    `${plural(creators.length, 'report')} that ${creators.length === 1 ? 'gets' : 'get'} no owner from Mode: ${why(who)}`,
  ];
}

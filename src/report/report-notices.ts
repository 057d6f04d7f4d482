import { isInShard } from '../config/is-in-shard.ts';
import type { ListedReport } from '../mode/payloads/report-payload.ts';
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
  const reports = [...workspace.reports, ...workspace.recalled];
  const unknown = reports.filter(({ creatorEmail }) => creatorEmail !== null && !owners.has(creatorEmail));
  // A list of members that was not read is told with what was not read.
  const silent = reports.filter(
    ({ creator, creatorEmail }) =>
      workspace.members.state === 'complete' && creator !== null && creatorEmail === null,
  );
  return [
    ...notice(unknown, (who) => `OpenMetadata has no user with the e-mail address of ${who}.`),
    ...notice(silent, (who) => `Mode tells no e-mail address of ${who}.`),
  ];
}

const MOST_NAMES = 5;

function notice(reports: readonly ListedReport[], why: (who: string) => string): readonly string[] {
  if (reports.length === 0) return [];
  const names = [...new Set(reports.flatMap(({ creator }) => creator ?? []))];
  // Discovery tells no username.
  const nameless = new Set(reports.flatMap((report) => (report.creator === null ? report.creatorEmail : [])));
  const more = Math.max(0, names.length - MOST_NAMES) + nameless.size;
  const others = names.length === 0 ? (more === 1 ? '1 person' : `${more} people`) : `${more} more`;
  const who = listed([...names.slice(0, MOST_NAMES), ...(more > 0 ? [others] : [])]);
  return [
    `${plural(reports.length, 'report')} that ${reports.length === 1 ? 'gets' : 'get'} no owner from Mode: ${why(who)}`,
  ];
}

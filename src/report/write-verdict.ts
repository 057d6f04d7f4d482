import { whatWasUnread } from '../catalog/what-was-unread.ts';
import type { Workspace } from '../mode/workspace.ts';
import { writesOf } from '../plan/outcome.ts';
import type { RunFacts, RunReport, Totals } from './run-report.ts';
import { capitalised, grouped, listed, plural, withoutStop } from './words.ts';

type AllTotals = RunReport['totals'];

/** One sentence: what happened, and what matters most about it. */
export function writeVerdict(facts: RunFacts, totals: AllTotals, usage: RunReport['usage'] = null): string {
  const { error, findings } = facts;
  const found = (severity: 'error' | 'warning') =>
    findings.filter((finding) => finding.severity === severity).length;
  if (error !== null) {
    const before = facts.calls.writes === 0 ? 'before anything was written' : 'while it was writing';
    return `The run ${facts.status === 'partial' ? 'ended' : 'failed'} ${before}: ${withoutStop(error.message.split('\n', 1)[0] ?? '')}.`;
  }
  switch (facts.status) {
    case 'invalid':
      return `The configuration has ${plural(found('error'), 'error')}, so nothing was read and nothing was written.`;
    case 'valid':
      return found('warning') === 0
        ? 'The configuration is valid.'
        : `The configuration is valid, with ${plural(found('warning'), 'warning')}.`;
    case 'empty':
      return 'Mode showed no report at all, so nothing was written and nothing deleted: perhaps the token sees too little.';
    case 'done':
    case 'planned':
      return `${capitalised([change(facts, totals, usage), ...lineage(facts)].join('; '))}.`;
    default:
      return `${capitalised([...trouble(facts), change(facts, totals, usage)].join('; '))}.`;
  }
}

/** What is wrong, the worst first. */
function trouble({ outcome, plan, command, workspace }: RunFacts): readonly string[] {
  const failed = outcome?.failures.length ?? 0;
  const late = workspace === null ? [] : whatWasUnread(workspace).filter((part) => part.late);
  const unread = (plan?.incomplete.length ?? 0) - late.length;
  const held = plan?.guard.state === 'clear' ? '' : ', so nothing is deleted';
  return [
    outcome !== null && failed > 0 && `${grouped(failed)} of ${plural(writesOf(outcome), 'write')} failed`,
    (outcome?.reached ?? null) !== null && 'the run ended before it had written everything',
    late.length > 0 && `${lateParts(late.length, workspace)} ${late[0]?.because}${unread > 0 ? '' : held}`,
    unread > 0 && `${plural(unread, 'part')} could not be read${held}`,
    plan?.guard.state === 'stopped' &&
      `the guard ${command === 'plan' ? 'would stop' : 'stopped'} ${plural(plan.guard.deletions, 'deletion')}`,
  ].filter((part) => part !== false);
}

/** Reports are counted one by one: as one part they would seem few. */
function lateParts(parts: number, workspace: Workspace | null): string {
  const reports = workspace?.notReached?.length ?? 0;
  const others = parts - (reports > 0 ? 1 : 0);
  return listed([
    ...(reports > 0 ? [plural(reports, 'report')] : []),
    ...(others > 0 ? [plural(others, reports > 0 ? 'other part' : 'part')] : []),
  ]);
}

function change(
  { command, plan, outcome, status }: RunFacts,
  totals: AllTotals,
  usage: RunReport['usage'],
): string {
  const isPlan = command === 'plan';
  const failed = outcome?.failures ?? [];
  const service = failed.some(({ what }) => what === 'service') ? null : plan?.service.action;
  const parts = [
    [isPlan ? 'create' : 'created', counted(totals, 'created', service === 'create')],
    [isPlan ? 'change' : 'changed', counted(totals, 'changed', service === 'restore')],
    [isPlan ? 'delete' : 'deleted', counted(totals, 'deleted', false)],
    [isPlan ? 'record' : 'recorded', usage === null || usage.views === 0 ? '' : plural(usage.views, 'view')],
  ]
    .filter(([, what]) => what !== '')
    .map(([verb, what]) => `${verb} ${what}`);
  if (parts.length > 0) return `${isPlan ? 'would ' : ''}${parts.join('; ')}`;
  const nothing = plan?.guard.state === 'stopped' ? 'nothing else' : 'nothing';
  const all = `${nothing} ${isPlan ? 'would change' : 'was changed'}`;
  // What was not read or written, or was held back, may well differ.
  if (status !== 'planned' && status !== 'done') return all;
  return `${all}: the catalog ${isPlan ? 'is true to Mode' : 'was true to Mode already'}`;
}

const counted = (totals: AllTotals, column: keyof Totals, service: boolean): string =>
  listed([
    ...(service ? ['the service'] : []),
    ...[
      plural(totals.dashboards[column], 'dashboard'),
      plural(totals.charts[column], 'chart'),
      plural(totals.dataModels[column], 'data model'),
      plural(totals.edges[column], 'lineage edge'),
    ].filter((text) => !text.startsWith('0 ')),
  ]);

/** `no-tables` is not counted: there is nothing to link. */
function lineage({ sources }: RunFacts): readonly string[] {
  const without = sources.filter(
    ({ verdict }) => !['linked', 'partly-linked', 'no-tables'].includes(verdict),
  );
  return without.length === 0
    ? []
    : [
        `${grouped(without.length)} of ${plural(sources.length, 'query', 'queries')} ${without.length === 1 ? 'has' : 'have'} no lineage`,
      ];
}

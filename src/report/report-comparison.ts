import { isDeepStrictEqual } from 'node:util';
import type { MovedReport } from '../base/comparison.ts';
import { createFates } from './fate.ts';
import { groupBy } from './group-by.ts';
import type { ReportedComparison, ReportedMove, RunFacts } from './run-report.ts';
import { countTotals } from './totals.ts';
import { grouped, listed, plural, withoutStop } from './words.ts';

const NOTHING = { keys: [], gained: [], lost: [], totals: null };

/** What the change of the configuration does. Null when nobody asked, when nothing changed, and when the run has no plan to compare. */
export function reportComparison({
  comparison = null,
  base = null,
  plan,
}: RunFacts): ReportedComparison | null {
  if (comparison === null || plan === null) return null;
  const { kind: state } = comparison;
  switch (comparison.kind) {
    case 'new':
      return { ...NOTHING, state, verdict: 'The configuration is new: the base branch has none.' };
    case 'unread':
      return {
        ...NOTHING,
        state,
        verdict: `There is no comparison: the base branch's configuration could not be read (${withoutStop(comparison.why)}).`,
      };
    case 'invalid': {
      const [first = ''] = comparison.errors;
      const more = comparison.errors.length - 1;
      const rest = more > 0 ? ` (and ${plural(more, 'more error', 'more errors')})` : '';
      return {
        ...NOTHING,
        state,
        verdict: `There is no comparison: the base branch's configuration is invalid. ${withoutStop(first)}${rest}.`,
      };
    }
    case 'apart':
      return {
        ...NOTHING,
        state,
        keys: comparison.keys,
        verdict: `There is no comparison with the base branch's configuration: ${comparison.why}.`,
      };
    case 'alike':
      return {
        ...NOTHING,
        state,
        keys: comparison.keys,
        verdict: 'The change of the configuration has no effect on what is ingested.',
      };
    default:
  }
  if (base === null) return null;
  const moves = { gained: base.gained.map(reported), lost: base.lost.map(reported) };
  const { keys } = comparison;
  if (base.plan === null)
    return {
      ...moves,
      state: 'unread',
      keys,
      totals: null,
      verdict: `${movesText(moves)} The rest could not be compared: ${withoutStop(base.problem ?? 'it was not planned')}.`,
    };
  const totals = countTotals(base.plan, createFates({ plan: base.plan, outcome: null }));
  const same =
    moves.gained.length + moves.lost.length === 0 &&
    isDeepStrictEqual(totals, countTotals(plan, createFates({ plan, outcome: null })));
  return {
    ...moves,
    state,
    keys,
    totals,
    verdict: `${movesText(moves)}${same ? ' The totals of the plan are the same, too.' : ''}`,
  };
}

const reported = ({ token, name, url, kind, because }: MovedReport): ReportedMove => ({
  token,
  name: name ?? token,
  url: url === '' ? null : url,
  kind,
  because,
});

type Moves = Pick<ReportedComparison, 'gained' | 'lost'>;

/** ``With this change: +14 reports (no longer excluded by `Finance.*` of dashboardFilterPattern), −2 (…).`` */
function movesText({ gained, lost }: Moves): string {
  const parts = [
    ...(gained.length === 0
      ? []
      : [`+${counted(gained)} (${reasons(gained, { excluded: 'no longer', other: 'before:' })})`]),
    ...(lost.length === 0
      ? []
      : [`−${counted(lost)} (${reasons(lost, { excluded: 'now', other: 'now:' })})`]),
  ];
  return parts.length === 0
    ? 'With this change the same reports are ingested.'
    : `With this change: ${parts.join(', ')}.`;
}

const counted = (moves: readonly ReportedMove[]): string =>
  listed([...groupBy(moves, ({ kind }) => kind)].map(([kind, those]) => plural(those.length, kind)));

const MOST_REASONS = 3;

/** The reasons that most have come first; with more than one, each with how many have it. */
function reasons(
  moves: readonly ReportedMove[],
  when: { readonly excluded: string; readonly other: string },
): string {
  const told = (because: string): string =>
    /^(?:collection )?excluded by /.test(because)
      ? `${when.excluded} ${because.replace(/^collection /, '')}`
      : `${when.other} ${because}`;
  const groups = [...groupBy(moves, ({ because }) => because)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const shown = groups
    .slice(0, MOST_REASONS)
    .map(([because, those]) => `${groups.length > 1 ? `${grouped(those.length)} ` : ''}${told(because)}`);
  const more = groups.length - shown.length;
  return [...shown, ...(more > 0 ? [`${grouped(more)} more reasons`] : [])].join('; ');
}

import type { RunReport, Totals } from './run-report.ts';
import { capitalised, grouped, plural, withoutStop } from './words.ts';

const KINDS = [
  ['dashboards', 'dashboard', 'created', 'deleted'],
  ['charts', 'chart', 'created', 'deleted'],
  ['dataModels', 'data model', 'created', 'deleted'],
  ['edges', 'lineage edge', 'added', 'removed'],
] as const satisfies readonly (readonly [keyof RunReport['totals'], string, string, string])[];

/** True when anything of the catalog is, or would be, changed. Views do not count: there are some every day. */
export const hasChanges = ({ totals }: Pick<RunReport, 'totals'>): boolean =>
  Object.values(totals).some(
    ({ created, changed, deleted, failed }: Totals) => created + changed + deleted + failed > 0,
  );

/** True when a run could not do what it was to do, or would not be let. */
export const isTrouble = ({ status }: Pick<RunReport, 'status'>): boolean =>
  !['done', 'planned', 'valid'].includes(status);

/** `12 dashboards created, 3 changed, 1 deleted; 41 lineage edges added`. Empty when nothing changes. */
export const changeVerdict = ({ totals, usage }: Pick<RunReport, 'totals' | 'usage'>): string =>
  [
    ...KINDS.map(([kind, noun, created, deleted]) => {
      const { [kind]: counts } = totals;
      const parts = [
        [counts.created, created],
        [counts.changed, 'changed'],
        [counts.deleted, deleted],
        [counts.failed, 'not written'],
      ] as const;
      return parts
        .filter(([count]) => count > 0)
        .map(([count, word], index) => `${index === 0 ? plural(count, noun) : grouped(count)} ${word}`)
        .join(', ');
    }),
    usage === null || usage.views === 0 ? '' : `${plural(usage.views, 'view')} recorded`,
  ]
    .filter((text) => text !== '')
    .join('; ');

/** What stands in the way of a run that changes something all the same. */
export function troubleVerdict({
  error,
  guard,
  incomplete,
  failures,
  command,
  verdict,
}: Pick<RunReport, 'error' | 'guard' | 'incomplete' | 'failures' | 'command' | 'verdict'>): string {
  const isPlan = command === 'plan';
  const parts = [
    error === null ? '' : withoutStop(error.message),
    failures.length > 0 ? `${plural(failures.length, 'write')} failed` : '',
    incomplete.length > 0
      ? `${plural(incomplete.length, 'part')} could not be read, so nothing ${isPlan ? 'would be' : 'is'} deleted`
      : '',
    guard?.state === 'stopped'
      ? `a guard ${isPlan ? 'would stop' : 'stopped'} ${plural(guard.deletions, 'deletion')}`
      : '',
  ].filter((text) => text !== '');
  return parts.length === 0 ? verdict : `${capitalised(parts.join('; '))}.`;
}

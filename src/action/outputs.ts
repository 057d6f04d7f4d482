import type { RunReport, RunStatus, Totals } from '../report/run-report.ts';
import { worstExit } from '../worst-exit.ts';

/** From the best to the worst. */
const STATUS_ORDER: readonly RunStatus[] = [
  'valid',
  'planned',
  'done',
  'empty',
  'guarded',
  'partial',
  'failed',
  'invalid',
];

export const worstStatus = (statuses: readonly RunStatus[]): RunStatus =>
  statuses.reduce(
    (worst, status) => (STATUS_ORDER.indexOf(status) > STATUS_ORDER.indexOf(worst) ? status : worst),
    'valid',
  );

/** The action's outputs for the reports of all configurations: small values only, never names from Mode. */
export function outputs(
  reports: readonly RunReport[],
  given: {
    readonly command: string;
    readonly reportPath: string;
    readonly htmlPath: string;
    /** Empty where no plan was made. */
    readonly planPath: string;
    readonly summaryPath: string;
  },
): Readonly<Record<string, string>> {
  const sum = (pick: (totals: RunReport['totals']) => number) =>
    reports.reduce((total, report) => total + pick(report.totals), 0);
  const every = (pick: (totals: Totals) => number) =>
    sum((totals) => Object.values(totals).reduce((total, kind) => total + pick(kind), 0));
  const standing = ({ created, changed, unchanged, kept, failed }: Totals) =>
    created + changed + unchanged + kept + failed;
  const [creates, updates, deletes] = [
    every((kind) => kind.created),
    every((kind) => kind.changed),
    every((kind) => kind.deleted),
  ];
  return {
    status: worstStatus(reports.map((report) => report.status)),
    'exit-code': String(worstExit(reports.map((report) => report.exitCode))),
    command: given.command,
    'report-path': given.reportPath,
    'html-path': given.htmlPath,
    'plan-path': given.planPath,
    'summary-path': given.summaryPath,
    dashboards: String(sum((totals) => standing(totals.dashboards))),
    charts: String(sum((totals) => standing(totals.charts))),
    'data-models': String(sum((totals) => standing(totals.dataModels))),
    edges: String(sum((totals) => standing(totals.edges))),
    creates: String(creates),
    updates: String(updates),
    deletes: String(deletes),
    changes: String(creates + updates + deletes > 0),
  };
}

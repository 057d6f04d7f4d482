import type { Plan } from '../plan/plan.ts';
import type { Fates } from './fate.ts';
import type { ReportedUsage, RunReport } from './run-report.ts';
import { plural } from './words.ts';

/** The views of a plan, each dashboard as what became of it. */
export function reportUsage(plan: Plan | null, fates: Fates): ReportedUsage | null {
  if (plan?.usage == null) return null;
  const { date, steps, off } = plan.usage;
  const done = steps.filter((step) => !fates.usage(step).failed);
  const counted = done.flatMap(({ count }) => count ?? []);
  return {
    date,
    dashboards: counted.length,
    views: counted.reduce((sum, count) => sum + count, 0),
    noted: done.length - counted.length,
    failed: steps.length - done.length,
    off,
    counts: steps.flatMap((step) =>
      step.count === null
        ? []
        : {
            fqn: step.fqn,
            name: step.displayName,
            views: step.count,
            failed: fates.usage(step).failed,
          },
    ),
  };
}

/** The same in a line, for every medium; empty when there is nothing to say. */
export function usageLine({ usage, command }: Pick<RunReport, 'usage' | 'command'>): string {
  if (usage === null) return '';
  const { date, dashboards, views, noted, failed, off } = usage;
  if (off !== null) return off;
  const set = command === 'plan' ? 'to record' : 'recorded';
  const parts = [
    dashboards > 0 && `${plural(views, 'view')} of ${plural(dashboards, 'dashboard')} ${set}`,
    noted > 0 && `${plural(noted, 'dashboard')} counted from here on`,
    failed > 0 && `${plural(failed, 'dashboard')} not counted, which the next run makes up`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `Usage on ${date}: ${parts.join('; ')}.`;
}

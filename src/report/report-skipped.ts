import type { EntityStep } from '../plan/plan.ts';
import type { Fates } from './fate.ts';
import type { RunFacts, RunReport } from './run-report.ts';
import { KIND_WORD } from './words.ts';

/** What was left out in Mode, and what stays in the catalog though it is not wanted, each with its reason. */
export function reportSkipped({ workspace, plan }: RunFacts, fates: Fates): RunReport['skipped'] {
  const notRead = [...(workspace?.leftOut ?? []), ...(workspace?.notReached ?? [])];
  const leftOut = notRead.map(({ token, name, because }) => ({
    what: 'report',
    name: name ?? token,
    why: because,
  }));
  const leftOutTokens = new Set(notRead.map(({ token }) => token));
  const isKept = (step: EntityStep) => fates.entity(step).action === 'keep';
  const kept = (plan?.dashboards ?? []).filter(isKept);
  const keptFqns = new Set(kept.map(({ fqn }) => fqn));
  // What belongs to a dashboard that is kept, or to a report that is left out, is told once, with that.
  const alone = [...(plan?.charts ?? []), ...(plan?.dataModels ?? [])].filter(
    (step) => isKept(step) && !keptFqns.has(step.parent ?? '') && !leftOutTokens.has(reportToken(step)),
  );
  const keeps = [...kept.filter(({ name }) => !leftOutTokens.has(name)), ...alone].map((step) => ({
    what: KIND_WORD[step.kind],
    name: step.displayName || step.name,
    why: fates.entity(step).reason,
  }));
  return [...leftOut, ...keeps];
}

/** A data model is named `reportToken.queryToken`. */
const reportToken = ({ name }: EntityStep): string => name.split('.', 1)[0] ?? '';

import { createHash } from 'node:crypto';
import type { EdgeStep, EntityStep, Plan } from './plan.ts';
import type { PlannedStep } from './plan-file.ts';

/**
 * What a plan changes that a reader can see, in an order of its own. Marks are left out, and views: they move whenever somebody looks
 * at a report.
 */
export function plannedSteps(plan: Plan): readonly PlannedStep[] {
  const { service, tags } = plan;
  const steps = [
    ...(service.action === 'unchanged'
      ? []
      : [planned(`service ${service.fqn}`, service.action, service.name)]),
    ...tags.map(({ fqn, ...tag }) => planned(`tag ${fqn}`, 'create', tag)),
    ...[...plan.charts, ...plan.dataModels, ...plan.dashboards].flatMap(entityStep),
    ...plan.edges.flatMap(edgeStep),
  ];
  return steps.sort((one, other) => (one.what < other.what ? -1 : one.what > other.what ? 1 : 0));
}

function entityStep({ action, kind, fqn, changes, patch, body }: EntityStep): readonly PlannedStep[] {
  if (action === 'keep' || action === 'unchanged') return [];
  return [planned(`${kind} ${fqn}`, action, [changes, patch, body])];
}

function edgeStep({ action, from, to, sql, columns, description }: EdgeStep): readonly PlannedStep[] {
  if (action === 'unchanged') return [];
  const content = action === 'remove' ? [] : [from.id ?? null, sql, columns, description];
  return [planned(`edge ${from.fqn} → ${to.fqn}`, action, content)];
}

const planned = (what: string, action: string, content: unknown): PlannedStep => ({
  what,
  action,
  digest: digestOf(content),
});

/** 32 characters are plenty for what nobody forges: whoever may change the file may as well change the catalog. */
export const digestOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);

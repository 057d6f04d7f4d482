import type { EdgeStep } from './plan.ts';

/** A step, by all that tells it from others. */
export type Keyed =
  | { readonly kind: string; readonly fqn: string }
  | { readonly from: Pick<EdgeStep['from'], 'fqn'>; readonly to: Pick<EdgeStep['to'], 'fqn'> };

/** `kind:fqn`, and `from → to` for an edge. */
export const stepKey = (step: Keyed): string =>
  'from' in step ? `${step.from.fqn} → ${step.to.fqn}` : `${step.kind}:${step.fqn}`;

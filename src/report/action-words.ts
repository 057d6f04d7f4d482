import type { Action, EdgeStep } from '../plan/plan.ts';

type AnyAction = Action | EdgeStep['action'] | 'failed';

/** One word and one sign for what becomes of an asset or an edge. The word alone is enough; the sign finds it. */
const WORDS: Readonly<
  Record<AnyAction, { readonly word: string; readonly sign: string; readonly rank: number }>
> = {
  failed: { word: 'not written', sign: '❌', rank: 0 },
  delete: { word: 'deleted', sign: '🔴', rank: 1 },
  remove: { word: 'removed', sign: '🔴', rank: 1 },
  update: { word: 'changed', sign: '🟡', rank: 2 },
  change: { word: 'changed', sign: '🟡', rank: 2 },
  restore: { word: 'restored', sign: '🔵', rank: 3 },
  create: { word: 'new', sign: '🟢', rank: 4 },
  add: { word: 'new', sign: '🟢', rank: 4 },
  keep: { word: 'kept', sign: '⚪', rank: 5 },
  unchanged: { word: 'unchanged', sign: '', rank: 6 },
};

const isAction = (text: string): text is AnyAction => Object.hasOwn(WORDS, text);

interface Stepped {
  readonly action: string;
  readonly failed: boolean;
}

/** How a step is called; `rank` puts what matters most first. */
export function actionWords({ action, failed }: Stepped) {
  const name = failed ? 'failed' : action;
  return WORDS[isAction(name) ? name : 'unchanged'];
}

/** Whether a step changes the catalog, or was to. */
export const isChange = (step: Stepped): boolean =>
  step.failed || (step.action !== 'unchanged' && step.action !== 'keep');

export const byRank = (one: Stepped, other: Stepped): number =>
  actionWords(one).rank - actionWords(other).rank;

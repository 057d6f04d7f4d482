import type { RunFacts } from '../../src/report/run-report.ts';
import {
  chart,
  collection,
  complete,
  dashboard,
  dataModel,
  edge,
  facts,
  modelFqn,
  outcome,
  plan,
  report,
  sources,
  workspace,
} from './facts.ts';

/** A run over `count` reports, each with five charts and three queries, in `count / 50` collections; every `changed`-th is new. */
export function largeRun(count: number, changed = 1): RunFacts {
  const tokens = Array.from({ length: count }, (_, index) => index.toString(16).padStart(12, '0'));
  const action = (index: number) => ({ action: index % changed === 0 ? 'create' : 'unchanged' }) as const;
  const each = <T>(times: number, make: (token: string, index: number, nth: number) => T): T[] =>
    tokens.flatMap((token, index) => Array.from({ length: times }, (_, nth) => make(token, index, nth)));
  return facts({
    workspace: workspace({
      collections: complete(
        Array.from({ length: Math.ceil(count / 50) }, (_, index) =>
          collection(`c${index}`, `Collection ${index}`),
        ),
      ),
      reports: tokens.map((token, index) => report(token, `Report ${index}`, `c${Math.floor(index / 50)}`)),
      leftOut: tokens.slice(0, count / 10).map((token) => ({ token, name: null, because: 'archived' })),
    }),
    sources: each(3, (token, index, nth) =>
      sources(
        token,
        `q${nth}`,
        nth === 2 ? 'not-in-catalog' : 'linked',
        `raw.events_${index} is not in the catalog.`,
        nth === 2
          ? { unlinked: [{ written: `raw.events_${index}`, why: 'not-in-catalog', candidates: [] }] }
          : {},
      ),
    ),
    plan: plan({
      dashboards: tokens.map((token, index) => dashboard(token, `Quarterly report ${index}`, action(index))),
      charts: each(5, (token, index, nth) => chart(token, `${token}${nth}`, `Chart ${nth}`, action(index))),
      dataModels: each(3, (token, index, nth) => dataModel(token, `q${nth}`, `Query ${nth}`, action(index))),
      edges: each(3, (token, index, nth) =>
        edge(`warehouse.prod.raw.events_${(index * 3 + nth) % 997}`, modelFqn(token, `q${nth}`), {
          action: index % changed === 0 ? 'add' : 'unchanged',
        }),
      ),
    }),
    outcome: outcome({
      results: tokens
        .filter((_, index) => index % 97 === 0)
        .map((token) => ({
          key: `dashboard:mode_acme.${token}`,
          what: 'dashboard',
          ok: false,
          error: 'No.',
        })),
    }),
  });
}

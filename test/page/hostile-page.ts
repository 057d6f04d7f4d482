import {
  chart,
  collection,
  complete,
  dashboard,
  dataModel,
  edge,
  facts,
  modelFqn,
  plan,
  query,
  report,
  sources,
  workspace,
} from '../report/facts.ts';
import { HOSTILE_NAMES } from '../report/hostile.ts';

/** Names that do something to a page which takes them for HTML, script, style or an address, and all others. */
export const HOSTILE = Object.values(HOSTILE_NAMES);

const moved = (name: string) =>
  ({ token: name, name, because: name, kind: 'report', url: name, calls: 1 }) as const;

/** A run in which every text that comes from outside is one of these. */
export const hostilePage = facts({
  command: 'plan',
  status: 'partial',
  workspace: workspace({
    collections: complete(HOSTILE.map((name, index) => collection(`c${index}`, name))),
    reports: HOSTILE.map((name, index) => report(`bad${index}`, name, `c${index}`, [query('q', name)])),
    leftOut: HOSTILE.map((name, index) => ({ token: `out${index}`, name, because: name })),
    notices: HOSTILE,
  }),
  sources: HOSTILE.map((name, index) =>
    sources(`bad${index}`, 'q', 'ambiguous', name, {
      unlinked: [{ written: name, why: 'not-in-catalog', candidates: [] }],
      diagnostics: [{ code: name, message: name, line: 1 }],
    }),
  ),
  findings: HOSTILE.map((message) => ({
    severity: 'warning',
    code: 'x',
    message,
    next: message,
    file: message,
  })),
  error: { code: 'x', message: HOSTILE.join('\n'), next: HOSTILE.join('\n') },
  plan: plan({
    dashboards: HOSTILE.map((name, index) =>
      dashboard(`bad${index}`, name, {
        action: 'update',
        url:
          ['javascript:globalThis.hit=1', 'data:text/html,x', 'https://app.mode.com/"onclick="hit'][
            index % 3
          ] ?? null,
        reason: name,
        changes: [{ field: name, before: name, after: name }],
      }),
    ),
    charts: HOSTILE.map((name, index) => chart(`bad${index}`, `chart${index}`, name, { reason: name })),
    dataModels: HOSTILE.map((name, index) => dataModel(`bad${index}`, 'q', name)),
    edges: HOSTILE.flatMap((name, index) => {
      const [table, model] = [`db.s.${name.replaceAll('.', '')}`, modelFqn(`bad${index}`, 'q')];
      return [
        edge(table, model, { columns: [{ from: [`${table}.${name}`], to: `${model}.${name}` }] }),
        edge(model, `mode_acme.bad${index}`),
      ];
    }),
    guard: { state: 'stopped', reasons: HOSTILE, deletions: 3 },
    incomplete: HOSTILE,
    complete: false,
  }),
  comparison: {
    kind: 'compared',
    keys: HOSTILE.map((name) => ({ key: name, before: name, after: name })),
  },
  base: { plan: plan(), problem: null, gained: HOSTILE.map(moved), lost: HOSTILE.map(moved) },
});

import { createHash } from 'node:crypto';
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
  plan,
  report,
  sources,
  workspace,
} from '../report/facts.ts';

/** Twelve hexadecimal characters that look like chance, as Mode's tokens do: what repeats must not be what makes the page small. */
const token = (what: string): string => createHash('sha256').update(what).digest('hex').slice(0, 12);

const MODE = 'https://app.mode.com/acme/reports';
const COLUMNS = 12;
const TABLES = 600;

/** A plan over so many reports in 40 collections, each with three queries, two charts a query, and lineage of twelve columns a query. */
export function largePage(count: number): RunFacts {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const each = <T>(times: number, make: (report: string, index: number, nth: number) => T): T[] =>
    numbers.flatMap((index) =>
      Array.from({ length: times }, (_, nth) => make(token(`report ${index}`), index, nth)),
    );
  const query = (index: number, nth: number) => token(`query ${index} ${nth}`);
  const action = (index: number) => ({ action: index % 3 === 0 ? 'create' : 'unchanged' }) as const;
  const tableOf = (index: number, nth: number) => (index * 7 + nth * 131) % TABLES;
  const table = (number: number) => `warehouse.analytics.schema_${number % 24}.fact_orders_by_${number}`;
  return facts({
    command: 'plan',
    status: 'planned',
    workspace: workspace({
      collections: complete(
        Array.from({ length: 40 }, (_, index) => collection(`c${index}`, `Collection ${index}`)),
      ),
      reports: numbers.map((index) =>
        report(token(`report ${index}`), `Weekly orders ${index}`, `c${index % 40}`),
      ),
      leftOut: numbers
        .slice(0, Math.ceil(count / 20))
        .map((index) => ({ token: token(`out ${index}`), name: `Old ${index}`, because: 'archived' })),
    }),
    sources: each(3, (of, index, nth) =>
      sources(
        of,
        query(index, nth),
        (index + nth) % 5 === 0 ? 'not-in-catalog' : 'linked',
        `It reads raw.events_${index}, which is not in the catalog.`,
        {
          unlinked:
            (index + nth) % 5 === 0
              ? [{ written: `raw.events_${index % 50}`, why: 'not-in-catalog', candidates: [] }]
              : [],
        },
      ),
    ),
    plan: plan({
      dashboards: numbers.map((index) =>
        dashboard(token(`report ${index}`), `Weekly orders ${index}`, {
          ...action(index),
          url: `${MODE}/${token(`report ${index}`)}`,
          changes: [],
        }),
      ),
      charts: each(6, (of, index, nth) =>
        chart(of, token(`chart ${index} ${nth}`), `Orders by week ${nth}, region ${index % 90}`, {
          ...action(index),
          url: `${MODE}/${of}/queries/${query(index, nth % 3)}/charts/${token(`chart ${index} ${nth}`)}`,
        }),
      ),
      dataModels: each(3, (of, index, nth) =>
        dataModel(of, query(index, nth), `Orders query ${nth} of ${index}`, {
          ...action(index),
          url: `${MODE}/${of}/queries/${query(index, nth)}`,
        }),
      ),
      edges: each(3, (of, index, nth) => {
        const model = modelFqn(of, query(index, nth));
        const more = (index + nth) % 5 === 0 ? { conditional: true } : {};
        const columns = (from: string) =>
          Array.from({ length: COLUMNS / 2 }, (_, column) => ({
            from: [`${from}.column_${(index + column) % 60}`],
            to: `${model}.output_${(index * 3 + column) % 200}`,
          }));
        const tables = [table(tableOf(index, nth)), table(tableOf(index + 1, nth))];
        return [
          ...tables.map((from) => edge(from, model, { columns: columns(from), ...more })),
          edge(model, `mode_acme.${of}`, {
            columns: [0, 1].map((side) => ({
              from: [`${model}.output_${(index * 3 + side) % 200}`],
              to: `mode_acme.${token(`chart ${index} ${nth + 3 * side}`)}`,
            })),
          }),
        ].map((step) => ({ ...step, action: index % 3 === 0 ? ('add' as const) : ('unchanged' as const) }));
      }).flat(),
    }),
  });
}

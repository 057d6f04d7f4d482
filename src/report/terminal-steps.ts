import { actionWords, byRank } from './action-words.ts';
import { padEnd } from './display-width.ts';
import type { ReportedEntity, RunReport } from './run-report.ts';
import { line, type Paint, type Style } from './terminal-style.ts';
import { grouped, KIND_WORD } from './words.ts';

const STYLES: Readonly<Record<string, Style>> = {
  'not written': 'red',
  deleted: 'red',
  removed: 'red',
  changed: 'yellow',
  restored: 'blue',
  new: 'green',
};

/** Every step of the plan, dashboard by dashboard, then the edges, then the views. */
export function terminalSteps({ dashboards, edges, usage }: RunReport, paint: Paint): readonly string[] {
  const entity = (asset: ReportedEntity, indent: string): readonly string[] => [
    `${indent}${word(asset, paint)} ${padEnd(KIND_WORD[asset.kind], 10)} ${line(asset.name, 200)}${remark(asset, paint)}`,
    ...asset.changes.map(({ field, before, after }) => {
      const [old, now] = [before, after].map((text) => line(text, 120) || '(empty)');
      return `${indent}    ${line(field)}: ${old} → ${now}`;
    }),
  ];
  return [
    ...dashboards.flatMap((dashboard) => [
      ...entity(dashboard, '  '),
      ...[...dashboard.charts, ...dashboard.dataModels]
        .sort(byRank)
        .flatMap((asset) => entity(asset, '    ')),
    ]),
    ...edges.map(
      (edge) =>
        `  ${word(edge, paint)} ${padEnd('edge', 10)} ${line(edge.from)} → ${line(edge.to)}${edge.conditional ? paint('dim', '  conditional') : ''}`,
    ),
    ...(usage?.counts ?? []).map(
      ({ name, views, failed }) =>
        `  ${word({ action: 'change', failed }, paint)} ${padEnd('views', 10)} ${line(name, 200)}: ${grouped(views)} on ${line(usage?.date ?? '')}`,
    ),
  ];
}

/** The longest word is `not written`. */
function word(step: { readonly action: string; readonly failed: boolean }, paint: Paint): string {
  const text = actionWords(step).word;
  return paint(STYLES[text] ?? 'dim', padEnd(text, 11));
}

const remark = ({ action, reason }: ReportedEntity, paint: Paint): string =>
  ['keep', 'delete', 'restore'].includes(action) && reason !== ''
    ? paint('dim', `  ${line(reason, 200)}`)
    : '';

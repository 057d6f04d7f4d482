import { lastPart, splitFqn } from '../../catalog/fqn.ts';
import type { Plan } from '../../plan/plan.ts';
import { plainLine } from '../plain-line.ts';
import type { ReportedEntity, RunReport } from '../run-report.ts';
import { safeUrl } from '../safe-url.ts';
import { columnPairs } from './column-pairs.ts';
import { ACTIONS, KINDS, type Kind, type PageData, type PageRun } from './page-data.ts';
import { pageRun } from './page-run.ts';
import { packTexts, sortTexts } from './text-table.ts';

/** Characters of a name, and of a reason or a field's value. */
const LONGEST_NAME = 500;
const LONGEST = 2000;
const NONE = -1;

/** An asset of the report, or a table that its edges begin at. */
interface Asset {
  readonly kind: Kind;
  readonly name: string;
  readonly fqn: string;
  readonly url: string | null;
  readonly action: string;
  readonly reason: string;
  /** Index of the dashboard that it belongs to, or NONE. */
  readonly parent: number;
  readonly project: string;
  readonly changes: ReportedEntity['changes'];
}

/** The report and the columns of its edges in the page's compact form. */
export function buildPageData(report: RunReport, edges: Plan['edges']): PageData {
  const run = pageRun(report);
  const rows = rowsOf(report, edges, run);
  // Twice the same walk: the first finds the texts, the second gives them their numbers.
  const found = new Set<string>();
  rows((text) => {
    found.add(text);
    return 0;
  });
  const { texts, indexOf } = sortTexts(found);
  return { run, texts: packTexts(texts), ...rows(indexOf) };
}

type Rows = Omit<PageData, 'run' | 'texts'>;

/** The rows, given what makes a text a number. */
function rowsOf(
  report: RunReport,
  edges: Plan['edges'],
  { verdicts }: PageRun,
): (number: (text: string) => number) => Rows {
  const assets = listAssets(report);
  const ofAsset = new Map(assets.map(({ fqn }, index) => [fqn, index] as const));
  const ofQuery = new Map(
    assets.flatMap(({ kind, fqn }, index) =>
      kind === 'dashboardDataModel' ? [[lastPart(fqn), index] as const] : [],
    ),
  );
  const ofVerdict = new Map(verdicts.map(([verdict], index) => [verdict, index] as const));
  const steps = new Map(edges.map((edge) => [edgeKey(edge.from.fqn, edge.to.fqn), edge] as const));
  const columns = (from: string, to: string): readonly string[] => {
    const edge = steps.get(edgeKey(from, to));
    return edge === undefined ? [] : columnPairs(edge);
  };

  return (number) => {
    const name = (text: string) => number(plainLine(text, LONGEST_NAME));
    const prose = (text: string) => number(plainLine(text, LONGEST));
    const address = (url: string | null) => number(safeUrl(url) ?? '');
    return {
      assets: assets.map(({ kind, fqn, url, action, reason, parent, project, ...asset }) => [
        KINDS.indexOf(kind),
        name(asset.name),
        name(fqn),
        address(url),
        actionIndex(action),
        prose(reason),
        parent,
        name(project),
      ]),
      changes: assets.flatMap(({ changes }, index) =>
        changes.map(({ field, before, after }) => [index, name(field), prose(before), prose(after)] as const),
      ),
      edges: report.edges.map(({ from, to, action, failed, conditional }) => [
        ofAsset.get(from) ?? NONE,
        ofAsset.get(to) ?? NONE,
        actionIndex(failed ? 'failed' : action),
        conditional ? 1 : 0,
        ...columns(from, to).map(name),
      ]),
      queries: report.queriesWithoutLineage.map((query) => [
        ofQuery.get(query.query) ?? NONE,
        name(query.report),
        name(query.name),
        address(query.url),
        ofVerdict.get(query.verdict) ?? NONE,
        prose(query.reason),
        prose(query.next),
        ...query.diagnostics.flatMap(({ code, message, line }) => [name(code), prose(message), line ?? 0]),
      ]),
    };
  };
}

const edgeKey = (from: string, to: string): string => `${from}\n${to}`;
const NUMBER_OF_ACTION = new Map<string, number>(ACTIONS.map((action, index) => [action, index]));
const actionIndex = (action: string): number => NUMBER_OF_ACTION.get(action) ?? 0;

/** The dashboards, each followed by what belongs to it, then the tables. */
function listAssets({ dashboards, edges }: RunReport): readonly Asset[] {
  const assets: Asset[] = [];
  const add = (entity: ReportedEntity, parent: number, project: string | null): void => {
    assets.push({
      ...entity,
      action: entity.failed ? 'failed' : entity.action,
      parent,
      project: project ?? '',
    });
  };
  for (const dashboard of dashboards) {
    const index = assets.length;
    add(dashboard, NONE, dashboard.project);
    for (const part of [...dashboard.charts, ...dashboard.dataModels]) add(part, index, dashboard.project);
  }
  const ours = new Set(assets.map(({ fqn }) => fqn));
  const tables = new Set(edges.map(({ from }) => from).filter((fqn) => !ours.has(fqn)));
  return [...assets, ...[...tables].sort().map(table)];
}

/** A table goes by its own name and that of its schema. */
const table = (fqn: string): Asset => ({
  kind: 'table',
  name: splitFqn(fqn).slice(-2).join('.'),
  fqn,
  url: null,
  action: '',
  reason: '',
  parent: NONE,
  project: '',
  changes: [],
});

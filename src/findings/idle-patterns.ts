import type { NameFilter } from '../config/name-filter.ts';
import type { Finding, WorkflowConfig } from '../config/workflow-config.ts';
import type { Reading, Workspace } from '../mode/workspace.ts';
import { findingAt } from './finding-at.ts';

type Filters = Pick<WorkflowConfig, 'path' | 'places' | 'source'>;

/** A pattern that matched no name is told only where every name is known: null where one may be missing. */
type Names = readonly string[] | null;

/** The filter patterns that match nothing: a misspelt one keeps or lets go what nobody meant, and says nothing. */
export function idlePatterns(config: Filters, workspace: Workspace): readonly Finding[] {
  const { source } = config;
  const queries = queryNames(workspace);
  return [
    ...idle(config, 'projectFilterPattern', source.projects, collectionNames(workspace), 'collections'),
    ...idle(config, 'dashboardFilterPattern', source.dashboards, reportNames(workspace), 'reports'),
    ...idle(config, 'chartFilterPattern', source.charts, chartNames(workspace), 'charts'),
    ...(source.includeDataModels
      ? idle(config, 'dataModelFilterPattern', source.dataModels, queries, 'queries')
      : []),
  ];
}

function idle(
  config: Filters,
  key: string,
  filter: NameFilter,
  names: Names,
  what: string,
): readonly Finding[] {
  // Where there is nothing to match, no pattern is to blame.
  if (filter.isEmpty || names === null || names.length === 0) return [];
  return filter.patterns
    .filter(({ matches }) => !names.some(matches))
    .map(({ list, source }) =>
      findingAt(config, {
        severity: 'warning',
        code: 'pattern-matches-nothing',
        path: `source.sourceConfig.config.${key}.${list}`,
        text: source,
        message: `holds ${JSON.stringify(source)}, which matches the name of none of the ${names.length} ${what}`,
        next: 'Correct the pattern, or remove it; it is matched from the start of the name, whatever the case.',
      }),
    );
}

const collectionNames = ({ collections }: Workspace): Names =>
  collections.state === 'complete' ? known(collections.items.map(({ name }) => name)) : null;

function reportNames({ collections, reports, recalled, leftOut, notReached = [] }: Workspace): Names {
  const isWhole =
    collections.state === 'complete' &&
    collections.items.every(
      (collection) => collection.reports.state === 'complete' && collection.datasets.state === 'complete',
    );
  if (!isWhole) return null;
  return known([...reports, ...recalled, ...leftOut, ...notReached].map(({ name, token }) => name ?? token));
}

function queryNames(workspace: Workspace): Names {
  const queries = itemsOf(workspace, ({ queries }) => queries);
  return queries === null ? null : known(queries.map(({ name }) => name));
}

function chartNames(workspace: Workspace): Names {
  const queries = itemsOf(workspace, ({ queries }) => queries);
  if (queries === null || queries.some(({ charts }) => charts.state !== 'complete')) return null;
  return known(queries.flatMap(({ charts }) => charts.items.map(({ title }) => title)));
}

/** Of what is remembered or was not reached, not all names are known. */
function itemsOf<T>(
  workspace: Workspace,
  pick: (report: Workspace['reports'][number]) => Reading<T>,
): readonly T[] | null {
  const { recalled, notReached = [], reports } = workspace;
  if (reportNames(workspace) === null || recalled.length > 0 || notReached.length > 0) return null;
  const lists = reports.map(pick);
  return lists.every(({ state }) => state === 'complete') ? lists.flatMap(({ items }) => items) : null;
}

const known = (names: readonly (string | null)[]): readonly string[] =>
  names.filter((name) => name !== null && name !== '') as readonly string[];

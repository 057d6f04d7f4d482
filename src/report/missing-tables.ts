import type { QueryVerdict } from '../lineage/sources.ts';
import { groupBy } from './group-by.ts';
import type { RunReport } from './run-report.ts';

/** The tables that queries read and the catalog lacks, those that most queries read first. Spellings that differ in case count as one. */
export function missingTables(sources: readonly QueryVerdict[]): RunReport['missingTables'] {
  const missing = sources.flatMap(({ unlinked }) =>
    unlinked.filter(({ why }) => why === 'not-in-catalog').map(({ written }) => written),
  );
  return [...groupBy(missing, (name) => name.toLowerCase()).values()]
    .map((spellings) => ({ name: spellings[0] ?? '', queries: spellings.length }))
    .sort((one, other) => other.queries - one.queries || (one.name < other.name ? -1 : 1));
}

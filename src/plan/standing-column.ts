import type { PresentCatalog, PresentColumn, WantedCatalog, WantedEdge } from '../catalog/entities.ts';
import { fqn } from '../catalog/fqn.ts';

/**
 * The column of the catalog that a name of Mode's means: the one in its case, else in any. The server compares names without their
 * case, and keeps its own (1.12.6).
 */
export function standingColumn(
  columns: readonly PresentColumn[],
): (name: string) => PresentColumn | undefined {
  const inAnyCase = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
  const exact = new Map(columns.map((column) => [column.name, column]));
  return (name) => exact.get(name) ?? inAnyCase.get(name.toLowerCase());
}

/** Tells an edge's columns as the data models of the catalog have them: in another case they are dropped in silence (1.12.6). */
export function columnsAsTheyStand(
  { dataModels }: Pick<WantedCatalog, 'dataModels'>,
  present: Pick<PresentCatalog, 'dataModels'>,
): (edge: WantedEdge) => WantedEdge {
  const spelt = new Map<string, string>();
  for (const model of dataModels) {
    const standing = standingColumn(present.dataModels.get(model.fqn)?.columns ?? []);
    for (const { name } of model.columns) {
      const own = standing(name)?.name ?? name;
      if (own !== name) spelt.set(`${model.fqn}.${fqn(name)}`, `${model.fqn}.${fqn(own)}`);
    }
  }
  if (spelt.size === 0) return (edge) => edge;
  const asItStands = (column: string): string => spelt.get(column) ?? column;
  return (edge) => ({
    ...edge,
    columns: edge.columns.map(({ from, to }) => ({ from: from.map(asItStands), to: asItStands(to) })),
  });
}

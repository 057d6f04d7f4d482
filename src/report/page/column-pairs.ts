import type { EdgeStep } from '../../plan/plan.ts';

/** The columns of an edge, two by two: a column of its beginning, one of its end that is made from it, each by its name there. */
export const columnPairs = ({ from, to, columns }: EdgeStep): readonly string[] =>
  columns.flatMap((column) =>
    column.from.flatMap((source) => [within(from.fqn, source), within(to.fqn, column.to)]),
  );

/** A column's FQN without that of the asset it is in. What is not in it, such as a dashboard's chart, keeps its own. */
function within(asset: string, fqn: string): string {
  if (!fqn.startsWith(`${asset}.`)) return fqn;
  const name = fqn.slice(asset.length + 1);
  return /^"[^"]*"$/.test(name) ? name.slice(1, -1) : name;
}

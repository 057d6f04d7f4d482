import type { TableName } from '../sources.ts';
import { createMadeTables, type MadeTables } from '../sql/made-tables.ts';
import type { Shape } from './shape.ts';

/** The tables and views that a script has made so far, with their columns. */
export interface MadeShapes {
  set(name: TableName, shape: Shape, temporary: boolean): void;
  get(name: TableName): Shape | null;
}

export function createMadeShapes(): MadeShapes {
  const byTable = new Map<string, { readonly made: MadeTables; shape: Shape }[]>();
  const find = (name: TableName): { shape: Shape } | null =>
    byTable.get(name.table.toLowerCase())?.find(({ made }) => made.has(name)) ?? null;
  return {
    set: (name, shape, temporary) => {
      const before = find(name);
      if (before !== null) {
        before.shape = shape;
        return;
      }
      const made = createMadeTables();
      made.add({ name, creates: true, temporary });
      const key = name.table.toLowerCase();
      byTable.set(key, [...(byTable.get(key) ?? []), { made, shape }]);
    },
    get: (name) => find(name)?.shape ?? null,
  };
}

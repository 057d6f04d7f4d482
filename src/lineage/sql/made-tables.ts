import type { TableName } from '../sources.ts';
import type { Target } from './scan.ts';

/** The tables and views that a script has made so far. */
export interface MadeTables {
  add(target: Target): void;
  has(name: TableName): boolean;
}

/** The schemas in which a dialect keeps temporary tables; to write one of them is to name a temporary table. */
const TEMPORARY_SCHEMAS = new Set(['pg_temp', 'session', '_session', 'tempdb']);

export function createMadeTables(): MadeTables {
  const byTable = new Map<string, Target[]>();
  return {
    add: (target) => {
      const key = target.name.table.toLowerCase();
      const same = byTable.get(key);
      if (same === undefined) byTable.set(key, [target]);
      else if (!same.some((one) => isSame(one, target.name))) same.push(target);
    },
    has: (name) => byTable.get(name.table.toLowerCase())?.some((target) => isSame(target, name)) ?? false,
  };
}

/** Names mean the same when the parts that both write are equal; a temporary table has no schema to be named by. */
function isSame({ name: made, temporary }: Target, name: TableName): boolean {
  const schema = name.schema?.toLowerCase() ?? null;
  if (TEMPORARY_SCHEMAS.has(schema ?? '') || TEMPORARY_SCHEMAS.has(name.db?.toLowerCase() ?? '')) return true;
  if (temporary && made.schema === null && schema !== null) return false;
  return equal(made.schema, name.schema) && equal(made.db, name.db);
}

const equal = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one.toLowerCase() === other.toLowerCase();

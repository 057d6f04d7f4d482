import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readColumns } from '../../src/lineage/columns/read-columns.ts';
import type { OutputColumn, TableName } from '../../src/lineage/sources.ts';
import { BASICS } from './columns-corpus/basics.ts';
import { CORNERS } from './columns-corpus/corners.ts';
import { CORNERS_OF_CLOUDS } from './columns-corpus/corners-of-clouds.ts';
import { CORNERS_OF_OTHERS } from './columns-corpus/corners-of-others.ts';
import { CTES } from './columns-corpus/ctes.ts';
import { DIALECT_CASES } from './columns-corpus/dialects.ts';
import { JOINS } from './columns-corpus/joins.ts';
import { NESTED } from './columns-corpus/nested.ts';
import { PIVOTS } from './columns-corpus/pivots.ts';
import { SCRIPTS } from './columns-corpus/scripts.ts';
import { SETS } from './columns-corpus/sets.ts';
import { STARS } from './columns-corpus/stars.ts';
import { SUBQUERIES } from './columns-corpus/subqueries.ts';
import { treesOf } from './columns-corpus/trees.ts';
import { WAREHOUSE_QUERIES } from './columns-corpus/warehouse-queries.ts';

const shown = ({ server, db, schema, table }: TableName): string =>
  [server ?? null, db, schema, table].filter((part) => part !== null).join('.');

function catalogOf(lines: readonly string[]): (table: TableName) => readonly string[] | undefined {
  const tables = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [, name = '', columns = ''] = /^(.*)\((.*)\)$/.exec(line) ?? [];
    tables.set(name.toLowerCase(), columns.split(/,\s*/));
  }
  return (table) => tables.get(shown(table).toLowerCase());
}

const line = ({ output, sources }: OutputColumn): string => {
  const from = sources.map(({ table, column }) => `${shown(table)}.${column}`).toSorted();
  return `${output ?? '?'} < ${from.join(', ')}`.trim();
};

const sorted = (output: string): string => {
  const [name = '', from = ''] = output.split(/ <\s?/);
  return `${name} < ${from.split(', ').toSorted().join(', ')}`.trim();
};

const ALL = {
  BASICS,
  CTES,
  JOINS,
  STARS,
  SUBQUERIES,
  SETS,
  NESTED,
  PIVOTS,
  SCRIPTS,
  DIALECT_CASES,
  WAREHOUSE_QUERIES,
  CORNERS,
  CORNERS_OF_CLOUDS,
  CORNERS_OF_OTHERS,
};

for (const [theme, cases] of Object.entries(ALL)) {
  for (const one of cases) {
    test(`${theme.toLowerCase().replaceAll('_', ' ')}, ${one.dialect}: ${one.says}`, () => {
      const { dialect, catalog } = one;
      const columns = readColumns({
        statements: treesOf(one.sql, dialect),
        dialect,
        catalog: catalogOf(catalog),
      });
      assert.deepEqual(columns?.map(line) ?? null, one.outputs?.map(sorted) ?? null);
    });
  }
}

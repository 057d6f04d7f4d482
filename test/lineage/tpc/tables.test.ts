import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dialect } from '../../../src/lineage/dialect.ts';
import { tablesOf } from '../corpus/tables-of.ts';
import { queriesOf } from './queries-of.ts';
import { TPCDS_SCHEMA } from './schema-tpcds.ts';
import { TPCH_SCHEMA } from './schema-tpch.ts';
import { TPCDS_TABLES } from './tables-tpcds.ts';
import { TPCH_TABLES } from './tables-tpch.ts';

/** The texts are Spark's; nothing in them but the quotes around names is particular to it. */
const READ_AS: readonly Dialect[] = ['spark', 'databricks', 'mysql', 'bigquery', 'generic'];

const BENCHMARKS = [
  { benchmark: 'tpch', queries: 22, schema: TPCH_SCHEMA, truth: TPCH_TABLES },
  { benchmark: 'tpcds', queries: 103, schema: TPCDS_SCHEMA, truth: TPCDS_TABLES },
] as const;

for (const { benchmark, queries, schema, truth } of BENCHMARKS) {
  test(`${benchmark}: every query is there and reads only tables of the schema`, () => {
    const names = queriesOf(benchmark).map(({ name }) => name);
    assert.equal(names.length, queries);
    assert.deepEqual(names, Object.keys(truth));
    for (const tables of Object.values(truth)) for (const table of tables) assert.ok(schema[table], table);
  });

  for (const { name, sql } of queriesOf(benchmark)) {
    test(`${benchmark}: the tables of ${name}`, () => {
      for (const dialect of READ_AS) {
        const found = tablesOf({ says: name, sql, tables: [] }, dialect).map((table) => table.toLowerCase());
        assert.deepEqual([...new Set(found)].toSorted(), truth[name], dialect);
      }
    });
  }
}

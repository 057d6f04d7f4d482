import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dialect } from '../../../src/lineage/dialect.ts';
import { tablesOf } from '../corpus/tables-of.ts';
import { namedParts } from './named-parts.ts';
import { TPCDS_SCHEMA } from './schema-tpcds.ts';
import { TPCH_SCHEMA } from './schema-tpch.ts';
import { TPCDS_TABLES } from './tables-tpcds.ts';
import { TPCH_TABLES } from './tables-tpch.ts';

/** The texts are Spark's; nothing in them but the quotes around names is particular to it. */
const READ_AS: readonly Dialect[] = ['spark', 'databricks', 'mysql', 'bigquery', 'generic'];

const BENCHMARKS = [
  { benchmark: 'tpch', count: 22, schema: TPCH_SCHEMA, truth: TPCH_TABLES },
  { benchmark: 'tpcds', count: 103, schema: TPCDS_SCHEMA, truth: TPCDS_TABLES },
] as const;

for (const { benchmark, count, schema, truth } of BENCHMARKS) {
  const queries = namedParts(`${benchmark}.sql`);

  test(`${benchmark}: every query is there and reads only tables of the schema`, () => {
    assert.equal(queries.size, count);
    assert.deepEqual([...queries.keys()], Object.keys(truth));
    for (const table of Object.values(truth).flat()) assert.ok(schema[table], table);
  });

  for (const [name, sql] of queries) {
    test(`${benchmark}: the tables of ${name}`, () => {
      for (const dialect of READ_AS) {
        const found = tablesOf({ says: name, sql, tables: [] }, dialect).map((table) => table.toLowerCase());
        assert.deepEqual([...new Set(found)].toSorted(), truth[name], dialect);
      }
    });
  }
}

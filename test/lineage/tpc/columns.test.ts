import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readColumns } from '../../../src/lineage/columns/read-columns.ts';
import { loadParser } from '../../../src/lineage/parser/load-parser.ts';
import { rewriteForParser } from '../../../src/lineage/parser/rewrite.ts';
import type { OutputColumn } from '../../../src/lineage/sources.ts';
import { lex } from '../../../src/lineage/sql/lexer.ts';
import { namedParts } from './named-parts.ts';
import { TPCDS_SCHEMA } from './schema-tpcds.ts';
import { TPCH_SCHEMA } from './schema-tpch.ts';

const parser = await loadParser();

/** `output < table.column, table.column`; a question mark for an output without a name. */
const line = ({ output, sources }: OutputColumn): string => {
  const from = sources.map(({ table, column }) => `${table.table}.${column}`.toLowerCase()).toSorted();
  return `${output ?? '?'} < ${from.join(', ')}`.trim();
};

// The truth was worked out by another engine, from the same texts and schemas; names stand as the queries write them.
const BENCHMARKS = [
  { benchmark: 'tpch', outputs: 76, schema: TPCH_SCHEMA },
  { benchmark: 'tpcds', outputs: 638, schema: TPCDS_SCHEMA },
] as const;

for (const { benchmark, outputs, schema } of BENCHMARKS) {
  const truth = new Map(
    [...namedParts(`columns-${benchmark}.txt`)].map(([name, text]) => [name, text.trimEnd().split('\n')]),
  );

  test(`${benchmark}: every output is told with columns of the schema`, () => {
    assert.equal([...truth.values()].flat().length, outputs);
    for (const source of [...truth.values()].flat().flatMap((told) => told.match(/\w+\.\w+/g) ?? [])) {
      const [table = '', column = ''] = source.split('.');
      assert.ok(schema[table]?.includes(column), source);
    }
  });

  for (const [name, sql] of namedParts(`${benchmark}.sql`)) {
    test(`${benchmark}: the columns of ${name}`, () => {
      const parsed = parser.parse(
        rewriteForParser(
          sql,
          lex(sql, 'spark').filter(({ kind }) => kind !== 'comment'),
          'spark',
        ),
        'spark',
      );
      assert.ok(parsed.ok, JSON.stringify(parsed));
      const columns = readColumns({
        statements: parsed.statements,
        dialect: 'spark',
        catalog: ({ table }) => schema[table.toLowerCase()],
      });
      assert.deepEqual(columns?.map(line), truth.get(name));
    });
  }
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIALECTS, type Dialect } from '../../src/lineage/dialect.ts';
import { readSql } from '../../src/lineage/read-sql.ts';
import type { TableName } from '../../src/lineage/sources.ts';
import { BY_DIALECT } from './corpus/dialects.ts';
import { COMMON } from './corpus/generic.ts';

/** `a.b.c`, from the first part that is written; a dot inside a part is told by an exclamation mark at the end. */
function shown({ server, db, schema, table }: TableName): string {
  const parts = [server ?? null, db, schema, table];
  const first = parts.findIndex((part) => part !== null);
  return parts.slice(first).map(String).join('.') + (table.includes('.') ? '!' : '');
}

const tablesOf = (sql: string, dialect: Dialect): string[] =>
  readSql(sql, { dialect, definitions: new Map(), parameters: new Map() }).tables.map(({ name }) =>
    shown(name),
  );

for (const { says, sql, tables } of COMMON) {
  test(`every dialect: ${says}`, () => {
    for (const dialect of DIALECTS) {
      assert.deepEqual(tablesOf(sql, dialect).toSorted(), tables.toSorted(), dialect);
    }
  });
}

for (const dialect of DIALECTS) {
  for (const { says, sql, tables } of BY_DIALECT[dialect] ?? []) {
    test(`${dialect}: ${says}`, () => assert.deepEqual(tablesOf(sql, dialect).toSorted(), tables.toSorted()));
  }
}

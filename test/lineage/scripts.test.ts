import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DIALECTS } from '../../src/lineage/dialect.ts';
import { collectParameters } from '../../src/lineage/liquid/forms.ts';
import { readSql } from '../../src/lineage/read-sql.ts';
import type { FoundTable } from '../../src/lineage/sources.ts';

/** `a.b.c`, from the first part that is written; a question mark before it when only another Liquid branch reads it. */
function shown({ name: { server, db, schema, table }, conditional }: FoundTable): string {
  const parts = [server ?? null, db, schema, table];
  const first = parts.findIndex((part) => part !== null);
  return (conditional ? '?' : '') + parts.slice(first).map(String).join('.');
}

// Scripts as analysts write them, and statements from the corners of the dialects. Each has its lines of `====` before it: dialect
// and title, what it reads, its definitions.
const FILES = ['scripts', 'statements'].map((name) =>
  readFileSync(`test/lineage/corpus/${name}.txt`, 'utf8'),
);

for (const script of FILES.join('\n').split(/^(?=====\s\w+: .*\n==== reads: )/m)) {
  const lines = script.split('\n');
  const facts = lines.filter((line) => line.startsWith('==== ')).map((line) => line.slice(5));
  const sql = lines.filter((line) => !line.startsWith('==== ')).join('\n');
  const [title = '', reads = '', ...defined] = facts;
  test(title, () => {
    const dialect = DIALECTS.find((one) => title.startsWith(`${one}: `));
    assert.ok(dialect);
    const definitions = new Map(
      defined.map((fact) => [/^definition (\w+)/.exec(fact)?.[1] ?? '', fact.replace(/^.*?: /, '')]),
    );
    const { tables } = readSql(sql, {
      dialect,
      definitions,
      parameters: collectParameters([sql], definitions),
    });
    const wanted = reads.replace('reads: ', '').split(' | ');
    const found = tables.length === 0 ? ['nothing'] : tables.map(shown);
    assert.deepEqual(found.toSorted(), wanted.toSorted());
  });
}

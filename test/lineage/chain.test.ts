import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agree } from '../../src/lineage/chain/agree.ts';
import { readScript } from '../../src/lineage/chain/read-script.ts';
import type { Dialect } from '../../src/lineage/dialect.ts';
import { loadParser } from '../../src/lineage/parser/load-parser.ts';
import type { ParseResult, SqlParser } from '../../src/lineage/parser/sql-parser.ts';
import { readSql } from '../../src/lineage/read-sql.ts';
import type { SqlReading, TableName } from '../../src/lineage/sources.ts';
import { lex } from '../../src/lineage/sql/lexer.ts';
import { written } from '../../src/lineage/verdict.ts';

async function read(sql: string, dialect: Dialect = 'postgres', parser?: SqlParser): Promise<SqlReading> {
  const options = { dialect, definitions: new Map(), parameters: new Map() };
  return readSql(sql, { ...options, parser: parser ?? (await loadParser()) });
}

const shown = ({ tables }: SqlReading): string[] =>
  tables.map(({ name, confidence }) => `${written(name)} ${confidence}`);

/** A parser that answers every statement alike. */
const answering = (result: ParseResult): SqlParser => ({ parse: () => result });

test('where parser and scanner agree a table is sure', async () => {
  const reading = await read('WITH c AS (SELECT a FROM s.t) SELECT c.a, u.b FROM c JOIN u ON 1=1');
  assert.deepEqual(shown(reading), ['s.t high', 'u high']);
  assert.deepEqual(
    reading.columns?.map(({ output }) => output),
    ['a', 'b'],
  );
});

test('a statement that is not parsed keeps its tables and loses nothing of the others', async () => {
  const reading = await read('SELECT a FROM t1;\nSELECT (a FROM t2;\nSELECT b FROM t3');
  assert.deepEqual(shown(reading), ['t1 high', 't2 low', 't3 high']);
  assert.deepEqual(
    reading.diagnostics.map(({ code, line }) => [code, line]),
    [['sql-not-parsed', 2]],
  );
  assert.deepEqual(
    reading.columns?.map(({ output }) => output),
    ['b'],
  );
});

test('the columns are those of the last result set, and unknown when it was not parsed', async () => {
  assert.equal((await read('SELECT a FROM t1; SELECT (b FROM t2')).columns, null);
  const written = await read('SELECT a FROM t1; CREATE TABLE x AS SELECT b FROM t2');
  assert.deepEqual(
    written.columns?.map(({ output }) => output),
    ['a'],
  );
});

test('what a statement that was not parsed has made is no table of the catalog', async () => {
  const reading = await read('CREATE TEMP TABLE x AS SELECT (a FROM t1; SELECT x.a, t2.b FROM x, t2');
  assert.deepEqual(shown(reading), ['t1 low', 't2 high']);
  assert.deepEqual(
    reading.columns?.map(({ output, sources }) => [output, sources.map(({ table }) => table.table)]),
    [
      ['a', []],
      ['b', ['t2']],
    ],
  );
});

test('a script names its tables and columns in its own context', async () => {
  const reading = await read('SET search_path TO mart; SELECT a FROM orders');
  const whole = { db: null, schema: 'mart', table: 'orders' };
  assert.deepEqual(reading.tables[0]?.name, whole);
  assert.deepEqual(reading.columns?.[0]?.sources, [{ table: whole, column: 'a' }]);
});

test('lines are those of the author’s text, whatever Liquid and rewrites do to it', async () => {
  const sql = [
    '{% form %}',
    'day: {type: date, default: 2024-01-01}',
    '{% endform %}',
    'SELECT SQL_NO_CACHE a -- one',
    "FROM t1 WHERE d > '{{ day }}';",
    '/* two',
    'lines */ SELECT b FROM t2',
    '{% if x %} WHERE',
    'c {% endif %}',
    'LIMIT 1 1',
  ].join('\n');
  const { diagnostics } = await read(sql, 'mysql');
  assert.deepEqual(
    diagnostics.map(({ line }) => line),
    [10],
  );
});

test('without a parser the scanner is believed, with a dead one it is not', async () => {
  const options = { dialect: 'postgres', definitions: new Map(), parameters: new Map() } as const;
  assert.deepEqual(shown(readSql('SELECT a FROM t1', options)), ['t1 high']);
  const dead = answering({ ok: false, off: true, message: null });
  assert.deepEqual(shown(await read('SELECT a FROM t1', 'postgres', dead)), ['t1 low']);
});

test('a parser that dies is told once', async () => {
  let told = false;
  const dying: SqlParser = {
    parse: () => {
      const message = told ? null : 'off';
      told = true;
      return { ok: false, off: true, message };
    },
  };
  const { diagnostics, tables } = await read('SELECT 1 FROM t1; SELECT 1 FROM t2', 'postgres', dying);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['parser-off'],
  );
  assert.equal(tables.length, 2);
});

test('what is too heavy for the parser is left to the scanner, and told', async () => {
  const { diagnostics, tables } = await read(`SELECT ${'('.repeat(300)}1${')'.repeat(300)} FROM t1`);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['sql-too-heavy'],
  );
  assert.equal(tables.length, 1);
});

test('statements that read nothing do not trouble the parser', async () => {
  const asked: string[] = [];
  const parser: SqlParser = {
    parse: (sql) => {
      asked.push(sql.trim());
      return { ok: false, off: false, message: 'no' };
    },
  };
  await read('DROP TEMPORARY TABLE x; SET a = 1; USE db; GRANT SELECT ON t TO u; SELECT 1', 'mysql', parser);
  assert.deepEqual(asked, ['SELECT 1']);
});

test('branches of a template are read once where they are alike', async () => {
  let parsed = 0;
  const real = await loadParser();
  const counting: SqlParser = {
    parse: (sql, dialect) => {
      parsed += 1;
      return real.parse(sql, dialect);
    },
  };
  const sql = 'SELECT a FROM t1; SELECT b FROM t2 {% if x %} JOIN t3 ON 1=1 {% endif %}';
  const reading = await read(sql, 'postgres', counting);
  assert.equal(parsed, 3);
  assert.deepEqual(
    reading.tables.map(({ name, conditional }) => [name.table, conditional]),
    [
      ['t1', false],
      ['t2', false],
      ['t3', true],
    ],
  );
});

const table = (text: string): TableName => {
  const [name = '', schema = null] = text.split('.').toReversed();
  return { db: null, schema, table: name };
};

const AGREEMENTS: readonly {
  readonly says: string;
  readonly scanned: readonly string[];
  readonly parsed: readonly string[];
  readonly ctes?: readonly string[];
  readonly sql?: string;
  readonly dialect?: Dialect;
  readonly tables: readonly string[];
  readonly agrees: boolean;
}[] = [
  {
    says: 'the same in another order',
    scanned: ['a', 's.b'],
    parsed: ['s.b', 'a'],
    tables: ['a', 's.b'],
    agrees: true,
  },
  { says: 'the union', scanned: ['a', 'b'], parsed: ['b', 'c'], tables: ['a', 'b', 'c'], agrees: false },
  {
    says: 'no name that the parser knows for an expression',
    scanned: ['a', 'c'],
    parsed: ['a'],
    ctes: ['C'],
    tables: ['a'],
    agrees: false,
  },
  {
    says: 'no name that is written as an expression',
    scanned: ['a'],
    parsed: ['a', 'c', 's.c'],
    sql: 'WITH RECURSIVE c (x) AS NOT MATERIALIZED (SELECT 1) SELECT 1',
    tables: ['a', 's.c'],
    agrees: false,
  },
  {
    says: 'what both call a table, although an expression has its name',
    scanned: ['a', 'b'],
    parsed: ['a'],
    ctes: ['a'],
    tables: ['a', 'b'],
    agrees: false,
  },
  {
    says: 'the scanner, for ClickHouse',
    scanned: ['a'],
    parsed: ['a', 'b'],
    dialect: 'clickhouse',
    tables: ['a'],
    agrees: false,
  },
];
for (const {
  says,
  scanned,
  parsed,
  ctes = [],
  sql = '',
  dialect = 'postgres',
  tables,
  agrees,
} of AGREEMENTS) {
  test(`two readings make ${says}`, () => {
    const result = agree(scanned.map(table), { tables: parsed.map(table), ctes }, lex(sql, dialect), dialect);
    assert.deepEqual(result.tables.map(written), tables);
    assert.equal(result.agrees, agrees);
  });
}

test('a name that no statement reads has no whole name', () => {
  const script = readScript('SELECT a FROM t1', 'postgres', null);
  assert.equal(script.wholeName(table('t2')), undefined);
  assert.deepEqual(script.wholeName(table('t1')), table('t1'));
});

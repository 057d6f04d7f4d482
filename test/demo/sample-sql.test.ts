import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DemoQuery } from '../../src/demo/mode/mode-data.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { sampleWarehouse, sampleWorkspace } from '../../src/demo/sample/sample-workspace.ts';

const workspace = sampleWorkspace();

/** Reports whose tables are meant not to be found, or whose SQL is meant not to be read. */
const AMISS = ['Stock before the move', 'Cash forecast', 'Unfinished: stores near me'];

/** Columns that the definition `net_orders` makes up. */
const NET_ORDERS = ['net_total'];

/** `database.schema.table`, `schema.table` and `table`, in lower case, of everything in the warehouse, with its columns. */
const TABLES = new Map(
  sampleWarehouse()
    .flatMap(({ databases }) => Object.entries(databases))
    .flatMap(([database, schemas]) =>
      Object.entries(schemas).flatMap(([schema, tables]) =>
        Object.entries(tables).flatMap(([table, columns]) =>
          [`${database}.${schema}.${table}`, `${schema}.${table}`, table].map(
            (name) => [name.toLowerCase(), Object.keys(columns).map((name) => name.toLowerCase())] as const,
          ),
        ),
      ),
    ),
);

/** The SQL without what is no SQL: forms, comments, tags; definitions become a word, quotes of names go. */
function bare({ sql }: Pick<DemoQuery, 'sql'>): string {
  return sql
    .replace(/\{% form %\}[\s\S]*?\{% endform %\}/g, '')
    .replace(/--.*|\/\*[\s\S]*?\*\//g, '')
    .replace(/\{%.*?%\}/g, ' ')
    .replace(/\{\{ ?@(\w+) as (\w+) ?\}\}/g, 'DEFINITION $2')
    .replace(/\{\{ ?@\w+ \}\}/g, 'DEFINITION d')
    .replace(/\{\{.*?\}\}/g, '0')
    .replace(/EXTRACT\(\w+ FROM/g, 'EXTRACT(')
    .replaceAll('"', '')
    .toLowerCase();
}

/** The names that a script gives to queries: CTEs and temporary tables. */
const ownNames = (sql: string): string[] =>
  [...sql.matchAll(/(?:\bwith|\brecursive|,|\btable)\s+(\w+)\s+as\b/g)].map(([, name]) => name ?? '');

/** What stands after FROM and JOIN, and after the comma of a list of tables. */
const tablesOf = (sql: string): string[] =>
  [...sql.matchAll(/\b(?:from|join)\s+([\w.]+)(?:\s+(?:as\s+)?\w+,\s*([\w.]+))?/g)]
    .flatMap(([, first, second]) => [first, second])
    .filter((name) => name !== undefined);

const good = [
  ...workspace.collections
    .flatMap(({ reports }) => reports)
    .filter(({ name }) => !AMISS.includes(name ?? ''))
    .flatMap(({ name, queries }) => queries.map((query) => ({ of: `${name} / ${query.name}`, query }))),
  ...workspace.definitions.map((query) => ({ of: `@${query.name}`, query })),
];

describe('the SQL of the sample', () => {
  for (const { of, query } of good) {
    it(`${JSON.stringify(of)} reads what the warehouse has`, () => {
      const sql = bare(query);
      const own = ownNames(sql);
      const read = tablesOf(sql).filter((name) => !own.includes(name) && name !== 'definition');
      for (const name of read) assert.ok(TABLES.has(name), name);
      const known = new Set([
        ...[...TABLES.values()].flat(),
        ...[...sql.matchAll(/\bas (\w+)/g)].map(([, name]) => name),
        ...NET_ORDERS,
      ]);
      const places = new Set(read.flatMap((name) => name.split('.')));
      for (const [, alias = '', column = ''] of sql.matchAll(/\b([a-z]\w*)\.([a-z]\w*)/g)) {
        if (!places.has(alias)) assert.ok(known.has(column), `${alias}.${column}`);
      }
    });
  }

  it('reads nearly every table of the warehouse', () => {
    const read = new Set(
      good.flatMap(({ query }) => tablesOf(bare(query)).map((name) => name.split('.').at(-1) ?? '')),
    );
    const unread = [...TABLES.keys()].filter((name) => !name.includes('.') && !read.has(name));
    assert.deepEqual(unread, []);
  });

  it('names definitions that exist', () => {
    const names = workspace.definitions.map(({ name }) => name);
    for (const { query } of good) {
      for (const [, name = ''] of query.sql.matchAll(/@(\w+)/g)) assert.ok(names.includes(name), name);
    }
  });

  it('has a two-part name that two databases know', () => {
    const [query] =
      workspace.collections.flatMap(({ reports }) => reports).find(({ name }) => name === 'Invoices per day')
        ?.queries ?? [];
    const connection = workspace.connections.find(({ id }) => id === query?.connectionId);
    assert.match(query?.sql ?? '', /FROM finance\.invoices/);
    assert.equal(connection?.database, null);
    assert.ok(TABLES.has('raw.finance.invoices') && TABLES.has('analytics.finance.invoices'));
  });

  it('reads a table that the catalog has not', () => {
    assert.ok(!TABLES.has('finance.cash_forecast'));
  });
});

describe('a generated workspace', () => {
  const size = { collections: 3, reportsPerCollection: 40, queriesPerReport: 2, chartsPerQuery: 3 };

  it('is as big as wished, and the same every time', () => {
    const big = generateWorkspace(size);
    const reports = big.collections.flatMap(({ reports }) => reports);
    const queries = reports.flatMap(({ queries }) => queries);
    const charts = queries.flatMap(({ charts }) => charts);
    assert.deepEqual(
      [big.collections.length, reports.length, queries.length, charts.length],
      [3, 120, 240, 720],
    );
    const tokens = [big.collections, reports, queries, charts].flat().map(({ token }) => token);
    assert.equal(new Set(tokens).size, tokens.length);
    assert.deepEqual(generateWorkspace(size), big);
  });

  it('reads two tables of the warehouse with every query', () => {
    for (const query of generateWorkspace(size).collections.flatMap(({ reports }) => reports)[0]?.queries ??
      []) {
      const read = tablesOf(bare(query));
      assert.equal(read.length, 2);
      for (const name of read) assert.ok(TABLES.has(name), name);
    }
  });
});

import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createParser } from '../../src/lineage/parser/create-parser.ts';
import type { CatalogTable, QuerySources } from '../../src/lineage/sources.ts';
import type { TableCatalog } from '../../src/lineage/table-catalog.ts';
import { catalogOf } from './catalog-double.ts';
import { traceAll } from './trace-all.ts';
import { connectionOf, queryOf, reportOf, workspaceOf } from './workspace-double.ts';

const FQN = 'pg.shop.public.orders';
const column = (path: string, dataType = 'INT') => ({
  name: path.split('.').at(-1) ?? '',
  fqn: `${FQN}.${path}`,
  dataType,
});

/** A catalog that knows one table, with these columns. */
const knowing = (...paths: readonly string[]): TableCatalog => {
  const table: CatalogTable = { id: '1', fqn: FQN, columns: paths.map((path) => column(path)) };
  return { ...catalogOf([FQN]), get: async (fqn) => (fqn === FQN ? table : undefined) };
};

async function trace(sql: string, catalog: TableCatalog): Promise<QuerySources> {
  const workspace = workspaceOf([reportOf([queryOf(sql)])], [connectionOf('jdbc:postgresql')]);
  const [sources] = await traceAll(workspace, catalog, { prefixes: [], onProgress: () => {} });
  assert.ok(sources);
  return sources;
}

/** `name ← columns`, for each column of the query. */
const shown = ({ columns }: QuerySources): string[] | null =>
  columns?.map(({ name, sources }) => `${name} ← ${sources.map((one) => one.column).join(', ')}`) ?? null;

const CASES: readonly {
  readonly says: string;
  readonly sql: string;
  readonly catalog: TableCatalog;
  readonly columns: readonly string[] | null;
}[] = [
  {
    says: 'named outputs, from columns in the catalog’s own case',
    sql: 'SELECT o.ID, o.total + o.tax AS gross FROM orders o',
    catalog: knowing('id', 'Total', 'tax'),
    columns: [`ID ← ${FQN}.id`, `gross ← ${FQN}.Total, ${FQN}.tax`],
  },
  {
    says: 'the columns of the first level for a star',
    sql: 'SELECT * FROM orders',
    catalog: knowing('id', 'address', 'address.city'),
    columns: [`id ← ${FQN}.id`, `address ← ${FQN}.address`],
  },
  {
    says: 'no source that the catalog does not have',
    sql: 'SELECT id, gone FROM orders',
    catalog: knowing('id'),
    columns: [`id ← ${FQN}.id`, 'gone ← '],
  },
  {
    says: 'no output without a name, and each name once',
    sql: 'SELECT id, 1 + 1, tax AS id FROM orders',
    catalog: knowing('id', 'tax'),
    columns: [`id ← ${FQN}.id`],
  },
  {
    says: 'no source in a table that was not found',
    sql: 'SELECT a, o.id FROM elsewhere e, orders o',
    catalog: knowing('id'),
    columns: ['a ← ', `id ← ${FQN}.id`],
  },
  {
    says: 'nothing for SQL that was not parsed',
    sql: 'SELECT (id FROM orders',
    catalog: knowing('id'),
    columns: null,
  },
];
for (const { says, sql, catalog, columns } of CASES) {
  test(`a query has ${says}`, async () => assert.deepEqual(shown(await trace(sql, catalog)), columns));
}

test('the table of a source is among those that are linked', async () => {
  const { columns, linked } = await trace('SELECT id FROM public.Orders', knowing('id'));
  assert.deepEqual(columns?.[0]?.sources, [{ table: linked[0]?.table.fqn, column: `${FQN}.id` }]);
});

test('the parser is loaded once, and not at all when there is no SQL', async () => {
  const traceWith = async (sql: readonly string[]): Promise<number> => {
    let loaded = 0;
    await traceAll(
      workspaceOf([reportOf(sql.map((text) => queryOf(text)))], [connectionOf('jdbc:postgresql')]),
      catalogOf([]),
      {
        prefixes: [],
        onProgress: () => {},
        loadParser: async () => {
          loaded += 1;
          return createParser(() => ({ success: false }), null);
        },
      },
    );
    return loaded;
  };
  assert.equal(await traceWith([]), 0);
  assert.equal(await traceWith(['', '  \n']), 0);
  assert.equal(await traceWith(['SELECT 1', '', 'SELECT 2']), 1);
});

test('thousands of different queries leave no trees behind', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const wide = (from: number): string =>
    `SELECT ${Array.from({ length: 40 }, (_, at) => `o.id + ${from} AS c${at}`).join(', ')} FROM orders o`;
  const reports = Array.from({ length: 2_000 }, (_, at) =>
    reportOf([queryOf(wide(at))], { token: `r${at}` }),
  );
  const held: number[] = [];
  await traceAll(workspaceOf(reports, [connectionOf('jdbc:postgresql')]), knowing('id'), {
    prefixes: [],
    onProgress: (_, done) => {
      if (done % 500 !== 0) return;
      collectGarbage();
      held.push(Math.round(process.memoryUsage().heapUsed / 1e6));
    },
  });
  // What is kept is their columns; the trees of 1,500 such queries would take 120 MB more.
  const [early = 0] = held;
  assert.ok(held.length >= 4 && (held.at(-1) ?? 0) - early < 60, `${held.join(', ')} MB`);
});

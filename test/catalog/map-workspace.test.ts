import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chartType } from '../../src/catalog/chart-type.ts';
import { cleanName, cleanText } from '../../src/catalog/clean-text.ts';
import { wantedCatalog } from '../../src/catalog/map-workspace.ts';
import { reportFilter } from '../../src/catalog/report-filter.ts';
import { collectionTag } from '../../src/catalog/tags.ts';
import { KEEP_ALL, type NameFilter } from '../../src/config/name-filter.ts';
import type { QuerySources } from '../../src/lineage/sources.ts';
import type { Chart, Collection, Query, Reading, Report, Workspace } from '../../src/mode/workspace.ts';

const complete = <T>(...items: T[]): Reading<T> => ({ state: 'complete', items });
const failure = { part: 'queries of report "Sales"', code: 'http-status', reason: 'it answered 500' };
const unread = <T>(): Reading<T> => ({ state: 'unread', items: [], failure });

const chart = (change: Partial<Chart> = {}): Chart => ({
  token: 'c1',
  title: 'Sales by month',
  description: 'Monthly',
  type: 'line',
  columns: [],
  url: 'https://app.mode.com/acme/reports/r1/viz/c1',
  ...change,
});
const query = (change: Partial<Query> = {}): Query => ({
  token: 'q1',
  name: 'Orders',
  sql: 'select * from sales.orders',
  connectionId: '1',
  url: 'https://app.mode.com/acme/reports/r1/queries/q1',
  charts: complete(chart()),
  ...change,
});
const report = (change: Partial<Report> = {}): Report => ({
  token: 'r1',
  name: 'Sales',
  description: 'All sales',
  kind: 'report',
  collectionToken: 's1',
  archived: false,
  url: 'https://app.mode.com/acme/reports/r1',
  creator: 'ada',
  creatorEmail: 'ada@acme.example',
  createdAt: null,
  editedAt: null,
  lastSavedAt: null,
  lastRunAt: null,
  viewCount: null,
  queryCount: 1,
  chartCount: 1,
  hasImportedDatasets: null,
  queries: complete(query()),
  importedBy: complete(),
  ...change,
});
const collection = (change: Partial<Collection> = {}): Collection => ({
  token: 's1',
  name: 'Sales team',
  description: '',
  kind: 'custom',
  restricted: false,
  reports: complete('r1'),
  datasets: complete(),
  ...change,
});
const workspace = (change: Partial<Workspace> = {}): Workspace => ({
  name: 'acme',
  keyScope: 'workspace',
  collections: complete(collection()),
  connections: complete(),
  definitions: complete(),
  members: complete({ username: 'ada', email: 'ada@acme.example' }),
  reports: [report()],
  recalled: [],
  leftOut: [],
  notices: [],
  ...change,
});
const sources = (change: Partial<QuerySources> = {}): QuerySources => ({
  reportToken: 'r1',
  queryToken: 'q1',
  verdict: 'linked',
  reason: '',
  linked: [
    {
      table: { id: 't1', fqn: 'wh.db.sales.orders', columns: [] },
      written: 'sales.orders',
      conditional: false,
      confidence: 'high',
    },
  ],
  unlinked: [],
  columns: null,
  diagnostics: [],
  complete: true,
  ...change,
});
const without = (word: string): NameFilter => ({
  isEmpty: false,
  patterns: [],
  text: `without ${word}`,
  decide: (name) =>
    name === null || name.startsWith(word)
      ? { kept: false, because: `excluded by \`${word}\`` }
      : { kept: true },
});
const SOURCE = {
  databasePrefixes: [],
  dashboards: KEEP_ALL,
  charts: KEEP_ALL,
  dataModels: KEEP_ALL,
  projects: KEEP_ALL,
  modeRead: 'auto' as const,
  chartDetails: 'auto' as const,
  includeDiscoveryOnlyCollections: false,
  includeOwners: true,
  includeTags: true,
  includeDataModels: true,
  includeUsage: true,
  markDeletedDashboards: true,
  markDeletedDataModels: true,
  includeDraftDashboard: true,
  overrideMetadata: false,
  overrideLineage: false,
  incremental: false,
  fullEveryHours: null,
};
const want = (
  {
    source = {},
    serviceName = 'mode',
    traced = [sources()],
  }: { source?: Partial<typeof SOURCE>; serviceName?: string; traced?: QuerySources[] } = {},
  change: Partial<Workspace> = {},
) =>
  wantedCatalog({
    config: { serviceName, source: { ...SOURCE, ...source } },
    workspace: workspace(change),
    sources: traced,
    scope: { settings: '', fullEveryMs: null, now: 0 },
  });

test('a report becomes a dashboard with its chart, its data model and its lineage', () => {
  const wanted = want();
  assert.deepEqual(wanted.dashboards, [
    {
      kind: 'dashboard',
      name: 'r1',
      fqn: 'mode.r1',
      displayName: 'Sales',
      description: 'All sales',
      sourceUrl: 'https://app.mode.com/acme/reports/r1',
      tags: ['ModeCollection.Sales team'],
      project: 'Sales team',
      charts: { fqns: ['mode.c1'], complete: true },
      dataModels: { fqns: ['mode.model."r1.q1"'], complete: true },
      ownerEmail: 'ada@acme.example',
      row: null,
      views: null,
    },
  ]);
  assert.deepEqual(
    wanted.edges.map(({ from, to }) => `${from.fqn} → ${to.fqn}`),
    ['wh.db.sales.orders → mode.model."r1.q1"', 'mode.model."r1.q1" → mode.r1'],
  );
  assert.equal(wanted.edges[0]?.sql, 'select * from sales.orders');
  assert.equal(wanted.complete, true);
});

test('a service name with a dot is quoted in every name', () => {
  const wanted = want({ serviceName: 'my.mode' });
  assert.equal(wanted.dashboards[0]?.fqn, '"my.mode".r1');
  assert.equal(wanted.dataModels[0]?.fqn, '"my.mode".model."r1.q1"');
});

test('a dataset is its data model alone, under the name of the dataset', () => {
  const wanted = want({}, { reports: [report({ kind: 'dataset', name: 'All orders' })] });
  assert.deepEqual(wanted.dashboards, []);
  assert.deepEqual(wanted.charts, []);
  assert.equal(wanted.dataModels[0]?.displayName, 'All orders');
  assert.deepEqual(wanted.dataModels[0]?.tags, ['ModeCollection.Sales team']);
  assert.deepEqual(
    wanted.edges.map(({ to }) => to.kind),
    ['dashboardDataModel'],
  );
});

describe('a dataset that reports import', () => {
  const dataset = (change: Partial<Report> = {}) =>
    report({ token: 'd1', kind: 'dataset', importedBy: complete('r1', 'elsewhere'), ...change });
  const traced = [sources(), sources({ reportToken: 'd1' })];
  const edges = ({ edges }: ReturnType<typeof want>) =>
    edges.map(({ from, to }) => `${from.fqn} → ${to.fqn}`);
  const IMPORT = 'mode.model."d1.q1" → mode.r1';

  test('leads to the dashboards of those that are wanted, and its tables to it', () => {
    const wanted = want({ traced }, { reports: [report(), dataset()] });
    assert.deepEqual(edges(wanted), [
      'wh.db.sales.orders → mode.model."r1.q1"',
      'wh.db.sales.orders → mode.model."d1.q1"',
      'mode.model."r1.q1" → mode.r1',
      IMPORT,
    ]);
    assert.deepEqual(wanted.edges.at(-1), {
      from: { kind: 'dashboardDataModel', fqn: 'mode.model."d1.q1"' },
      to: { kind: 'dashboard', fqn: 'mode.r1' },
      sql: null,
      columns: [],
      conditional: false,
    });
    assert.deepEqual([...wanted.edgesUnknown], []);
    assert.deepEqual(wanted.dashboards[0]?.dataModels.fqns, ['mode.model."r1.q1"'], 'it stays its own');
  });

  test('leads nowhere when none does, or without data models', () => {
    const unused = want({ traced }, { reports: [report(), dataset({ importedBy: complete() })] });
    assert.ok(!edges(unused).includes(IMPORT));
    const off = want({ traced, source: { includeDataModels: false } }, { reports: [report(), dataset()] });
    assert.deepEqual(edges(off), ['wh.db.sales.orders → mode.r1']);
  });

  const other = report({ token: 'r2', queries: complete() });
  const UNKNOWN: readonly { what: string; change: Partial<Workspace>; unknown: readonly string[] }[] = [
    {
      what: 'who imports it: any dashboard may',
      change: { reports: [report(), other, dataset({ importedBy: unread() })] },
      unknown: ['mode.r1', 'mode.r2'],
    },
    {
      what: 'all that import it: what is known is drawn, any other may',
      change: {
        reports: [report(), other, dataset({ importedBy: { state: 'partial', items: ['r1'], failure } })],
      },
      unknown: ['mode.r1', 'mode.r2'],
    },
    {
      what: 'its query: the dashboards that import it',
      change: { reports: [report(), other, dataset({ queries: unread() })] },
      unknown: ['mode.r1'],
    },
    {
      what: 'the datasets of a collection: any dashboard may import one',
      change: { reports: [report(), other], collections: complete(collection({ datasets: unread() })) },
      unknown: ['mode.r1', 'mode.r2'],
    },
  ];
  for (const { what, change, unknown } of UNKNOWN) {
    test(`not read, ${what}`, () => {
      const wanted = want({ traced }, change);
      assert.deepEqual([...wanted.edgesUnknown].sort(), unknown);
      assert.equal(wanted.complete, false);
      assert.deepEqual(wanted.incomplete, ['queries of report "Sales": it answered 500']);
    });
  }
});

test('without data models the tables lead straight to the dashboard, one edge a table', () => {
  const two = [query(), query({ token: 'q2', charts: complete() })];
  const wanted = want(
    { source: { includeDataModels: false }, traced: [sources(), sources({ queryToken: 'q2' })] },
    { reports: [report({ queries: complete(...two) })] },
  );
  assert.deepEqual(wanted.dataModels, []);
  assert.deepEqual(
    wanted.edges.map(({ from, to }) => `${from.fqn} → ${to.fqn}`),
    ['wh.db.sales.orders → mode.r1'],
  );
  assert.equal(wanted.dataModelsOff, 'includeDataModels is false');
});

test('what a filter leaves out is kept, and its lineage goes to the dashboard', () => {
  const wanted = want({ source: { charts: without('Sales'), dataModels: without('Orders') } });
  assert.deepEqual([wanted.charts.length, wanted.dataModels.length], [0, 0]);
  assert.deepEqual([...wanted.keep.keys()].sort(), ['mode.c1', 'mode.model."r1.q1"']);
  assert.deepEqual(
    wanted.edges.map(({ to }) => to.fqn),
    ['mode.r1'],
  );
});

describe('the columns that charts draw, on the edge to their dashboard', () => {
  const known = [
    { name: 'Month', dataType: 'DATE', sources: [] },
    { name: 'net.total', dataType: 'NUMERIC', sources: [] },
  ];
  const DRAWN: readonly {
    readonly what: string;
    readonly charts: Reading<Chart>;
    readonly traced?: Partial<QuerySources>;
    readonly source?: Partial<typeof SOURCE>;
    readonly columns: readonly { readonly from: readonly string[]; readonly to: string }[];
  }[] = [
    {
      what: 'stand in the case of the data model, quoted as in its names, and one that it lacks stands not',
      charts: complete(
        chart({ columns: ['MONTH', 'NET.TOTAL', 'month', 'calculated'] }),
        chart({ token: 'c2', columns: ['Month'] }),
      ),
      columns: [
        { from: ['mode.model."r1.q1".Month', 'mode.model."r1.q1"."net.total"'], to: 'mode.c1' },
        { from: ['mode.model."r1.q1".Month'], to: 'mode.c2' },
      ],
    },
    {
      what: 'are none for charts that draw nothing known',
      charts: complete(chart({ columns: ['constructor', '__proto__'] }), chart({ token: 'c2' })),
      columns: [],
    },
    {
      what: 'are none where the columns of the query are not known',
      charts: complete(chart({ columns: ['Month'] })),
      traced: { columns: null },
      columns: [],
    },
    {
      what: 'are none of a chart that a filter left out',
      charts: complete(
        chart({ columns: ['Month'] }),
        chart({ token: 'c2', title: 'Kept', columns: ['Month'] }),
      ),
      source: { charts: without('Sales') },
      columns: [{ from: ['mode.model."r1.q1".Month'], to: 'mode.c2' }],
    },
    {
      what: 'are not told where the charts were read in part, since that would shorten them',
      charts: { state: 'partial', items: [chart({ columns: ['Month'] })], failure },
      columns: [],
    },
  ];
  for (const { what, charts, traced = {}, source = {}, columns } of DRAWN) {
    test(what, () => {
      const wanted = want(
        { source, traced: [sources({ columns: known, ...traced })] },
        { reports: [report({ queries: complete(query({ charts })) })] },
      );
      assert.deepEqual(wanted.edges.find(({ to }) => to.fqn === 'mode.r1')?.columns, columns);
      assert.equal(wanted.edgesUnknown.has('mode.r1'), charts.state !== 'complete');
    });
  }
  test('are not known where a look-up failed: nothing vouches for the edge', () => {
    assert.ok(want({ traced: [sources({ complete: false })] }).edgesUnknown.has('mode.r1'));
  });
});

describe('what was not read', () => {
  test('queries: the lists are not whole, the edges not known, the part is named', () => {
    const wanted = want({ traced: [] }, { reports: [report({ queries: unread() })] });
    assert.equal(wanted.dashboards[0]?.dataModels.complete, false);
    assert.equal(wanted.dashboards[0]?.charts.complete, false);
    assert.ok(wanted.edgesUnknown.has('mode.r1'));
    assert.equal(wanted.complete, false);
    assert.deepEqual(wanted.incomplete, ['queries of report "Sales": it answered 500']);
  });
  test('charts: only their list is not whole', () => {
    const wanted = want({}, { reports: [report({ queries: complete(query({ charts: unread() })) })] });
    assert.equal(wanted.dashboards[0]?.dataModels.complete, true);
    assert.equal(wanted.dashboards[0]?.charts.complete, false);
    assert.equal(wanted.complete, false);
  });
  test('a look-up: the edges into that data model are not known, nor are all columns', () => {
    const columns = [{ name: 'id', dataType: null, sources: [] }];
    const wanted = want({ traced: [sources({ columns, complete: false })] });
    assert.ok(wanted.edgesUnknown.has('mode.model."r1.q1"'));
    const known = ({ dataModels, edges }: typeof wanted) =>
      [dataModels[0], edges.find(({ from }) => from.kind === 'table')].map((one) => one?.columnsKnown);
    assert.deepEqual(known(wanted), [undefined, undefined]);
    assert.deepEqual(known(want({ traced: [sources({ columns })] })), [true, true]);
    // A name that the warehouse gives is not known: the edge surely has no columns, the data model may have one.
    assert.deepEqual(known(want({ traced: [sources({ columns: [] })] })), [undefined, true]);
    assert.deepEqual(known(want({ traced: [sources({ columns: null })] })), [undefined, undefined]);
  });
});

test('names that Mode lacks are said to be lacking', () => {
  const bare = report({
    name: null,
    queries: complete(query({ name: null, charts: complete(chart({ title: null })) })),
  });
  const wanted = want({}, { reports: [bare] });
  assert.deepEqual(
    [wanted.dashboards, wanted.dataModels, wanted.charts].map(([entity]) => entity?.displayName),
    ['Untitled report', 'Untitled query', 'Untitled chart'],
  );
});

test('flags become tags', () => {
  const wanted = want(
    {},
    {
      collections: complete(collection({ kind: 'private', restricted: true })),
      reports: [report({ archived: true })],
    },
  );
  assert.deepEqual(wanted.dashboards[0]?.tags.slice(1), [
    'ModeReport.Archived',
    'ModeReport.Personal',
    'ModeReport.Restricted',
  ]);
  assert.deepEqual(want({ source: { includeTags: false } }).tags, []);
});

test('flags that are not known are left to the catalog', () => {
  const [dashboard] = want(
    {},
    {
      collections: complete(collection({ restricted: null })),
      reports: [report({ archived: null })],
    },
  ).dashboards;
  assert.deepEqual(dashboard?.tags, ['ModeCollection.Sales team']);
  assert.deepEqual(dashboard?.tagsUnknown, ['ModeReport.Archived', 'ModeReport.Restricted']);
});

test('what is not known of a chart is not wanted, and what it draws is no reason to take columns away', () => {
  const bare = chart({ description: null, type: null, columns: null });
  const { charts, edges } = want(
    {},
    { reports: [report({ queries: complete(query({ charts: complete(bare) })) })] },
  );
  assert.deepEqual([charts[0]?.description, charts[0]?.chartType], [null, null]);
  const edge = edges.find(({ to }) => to.kind === 'dashboard');
  assert.deepEqual(edge?.columns, []);
  assert.equal(edge?.columnsKnown, undefined);
});

const TAGS = [
  { name: 'Sales', is: 'ModeCollection.Sales' },
  { name: 'R&D (EU)', is: 'ModeCollection.R&D (EU)' },
  { name: 'a.b::c"d>e', is: 'ModeCollection.a b c d e' },
  { name: '🚀', is: 'ModeCollection.s1' },
  { name: 'x'.repeat(300), is: `ModeCollection.${'x'.repeat(100)}` },
];
for (const { name, is } of TAGS) {
  test(`the tag of the collection ${name.slice(0, 20)} is ${is.slice(0, 40)}`, () => {
    assert.equal(collectionTag({ token: 's1', name }).fqn, is);
  });
}

const LEFT_OUT = [
  {
    what: 'archived, drafts off',
    report: { archived: true },
    source: { includeDraftDashboard: false },
    says: /archived/,
  },
  { what: 'archived, drafts on', report: { archived: true }, source: {}, says: null },
  {
    what: 'its collection',
    report: {},
    source: { projects: without('Sales') },
    says: /collection excluded by `Sales` of project/,
  },
  {
    what: 'its name',
    report: {},
    source: { dashboards: without('Sales') },
    says: /excluded by `Sales` of dashboard/,
  },
  {
    what: 'its token when untitled',
    report: { name: null },
    source: { dashboards: without('r1') },
    says: /dashboardFilterPattern/,
  },
];
for (const { what, report: change, source, says } of LEFT_OUT) {
  test(`left out by ${what}: ${says !== null}`, () => {
    const because = reportFilter({ source: { ...SOURCE, ...source } })(report(change), collection());
    if (says === null) assert.equal(because, null);
    else assert.match(because ?? '', says);
  });
}

test('text is made fit for the catalog', () => {
  assert.equal(cleanText('a\u0000b\r\nc\td\u001b[31m\ud800'), 'ab\nc\td[31m\ufffd');
  assert.equal(cleanName('  a \n b  '), 'a b');
  assert.equal(chartType('vegasPivotTable'), 'Table');
  assert.equal(chartType('constructor'), 'Other');
});

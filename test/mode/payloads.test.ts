import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartPayload, toChart } from '../../src/mode/payloads/chart-payload.ts';
import { collectionPayload } from '../../src/mode/payloads/collection-payload.ts';
import { connectionPayload } from '../../src/mode/payloads/connection-payload.ts';
import { definitionPayload } from '../../src/mode/payloads/definition-payload.ts';
import { liteMemberPayload, memberPayload } from '../../src/mode/payloads/member-payload.ts';
import { queryPayload, toQuery } from '../../src/mode/payloads/query-payload.ts';
import { reportPayload, toListedReport } from '../../src/mode/payloads/report-payload.ts';
import { readElement } from '../../src/mode/read-element.ts';
import { webUrls } from '../../src/mode/web-urls.ts';

const urls = webUrls({ hostPort: 'https://app.mode.com', workspaceName: 'acme' });
const asItIs = <T>(value: T): T => value;

const KINDS = {
  collection: (row: unknown) => readElement(row, collectionPayload, asItIs),
  connection: (row: unknown) => readElement(row, connectionPayload, asItIs),
  definition: (row: unknown) => readElement(row, definitionPayload, asItIs),
  'lite member': (row: unknown) => readElement(row, liteMemberPayload, asItIs),
  member: (row: unknown) => readElement(row, memberPayload, asItIs),
  report: (row: unknown) =>
    readElement(row, reportPayload, (payload) =>
      toListedReport(payload, { collectionToken: 'c1', kind: 'report', urls }),
    ),
  dataset: (row: unknown) =>
    readElement(row, reportPayload, (payload) =>
      toListedReport(payload, { collectionToken: 'c1', kind: 'dataset', urls }),
    ),
  query: (row: unknown) =>
    readElement(row, queryPayload, (payload) => toQuery(payload, { reportToken: 'r1', urls })),
  chart: (row: unknown) =>
    readElement(row, chartPayload, (payload) => toChart(payload, { reportToken: 'r1', urls })),
};

/** Elements, and what must be so in what becomes of them. */
const READ: readonly { kind: keyof typeof KINDS; what: string; row: object; becomes: object }[] = [
  {
    kind: 'collection',
    what: 'restricted by its access level, since its flag is always false',
    row: {
      token: 'c1',
      name: 'Finance',
      space_type: 'custom',
      restricted: false,
      default_access_level: 'restricted',
    },
    becomes: { token: 'c1', name: 'Finance', description: '', kind: 'custom', restricted: true },
  },
  {
    kind: 'collection',
    what: 'restricted by its flag, of a kind not known',
    row: { token: 'c1', name: 'Finance', space_type: 'galactic', restricted: true },
    becomes: { kind: 'unknown', restricted: true },
  },
  {
    kind: 'collection',
    what: 'without a name',
    row: { token: 'c1', name: null, description: null, space_type: 'private' },
    becomes: { name: 'c1', description: '', kind: 'private', restricted: false },
  },
  {
    kind: 'report',
    what: 'bare: what is missing is unknown, not zero',
    row: { token: 'r1' },
    becomes: {
      token: 'r1',
      name: null,
      description: '',
      kind: 'report',
      collectionToken: 'c1',
      archived: false,
      url: 'https://app.mode.com/acme/reports/r1',
      creator: null,
      creatorEmail: null,
      createdAt: null,
      editedAt: null,
      lastSavedAt: null,
      lastRunAt: null,
      viewCount: null,
      queryCount: null,
      chartCount: null,
    },
  },
  {
    kind: 'report',
    what: 'with counts in digits, a count that is none, and a creator',
    row: {
      token: 'r1',
      name: ' ',
      archived: true,
      query_count: '4',
      chart_count: -1,
      view_count: 12,
      account_username: 'acme',
      _links: { creator: { href: '/api/jane.doe' }, web: { href: 'javascript:alert(1)' } },
    },
    becomes: {
      name: null,
      archived: true,
      queryCount: 4,
      chartCount: null,
      viewCount: 12,
      creator: 'jane.doe',
      creatorEmail: null,
      url: 'https://app.mode.com/acme/reports/r1',
    },
  },
  {
    kind: 'report',
    what: 'whose creator has left: the workspace is not its creator',
    row: { token: 'r1', account_username: 'acme', _links: { self: { href: '/api/acme/reports/r1' } } },
    becomes: { creator: null },
  },
  {
    kind: 'report',
    what: 'that its type tells to be a dataset',
    row: { token: 'r1', type: 'DatasetReport' },
    becomes: { kind: 'dataset', url: 'https://app.mode.com/acme/datasets/r1' },
  },
  {
    kind: 'dataset',
    what: 'without `archived`',
    row: { token: 'd1', name: 'Orders' },
    becomes: { kind: 'dataset', archived: false, name: 'Orders' },
  },
  {
    kind: 'query',
    what: 'with the connection’s id as a number',
    row: { token: 'q1', name: 'Query 1', raw_query: 'SELECT 1', data_source_id: 34499 },
    becomes: {
      token: 'q1',
      name: 'Query 1',
      sql: 'SELECT 1',
      connectionId: '34499',
      url: 'https://app.mode.com/acme/reports/r1/queries/q1',
    },
  },
  {
    kind: 'query',
    what: 'with the connection’s id as text, and no SQL',
    row: { token: 'q1', name: null, raw_query: null, data_source_id: '34499' },
    becomes: { name: null, sql: '', connectionId: '34499' },
  },
  { kind: 'query', what: 'without a connection', row: { token: 'q1' }, becomes: { connectionId: null } },
  {
    kind: 'chart',
    what: 'of today, its title HTML-encoded',
    row: {
      token: 'x1',
      view: {},
      view_vegas: { title: 'Profit &amp; Loss', description: 'By month', chartType: 'stackedBar' },
    },
    becomes: {
      token: 'x1',
      title: 'Profit & Loss',
      description: 'By month',
      type: 'stackedBar',
      url: 'https://app.mode.com/acme/reports/r1/viz/x1',
    },
  },
  {
    kind: 'chart',
    what: 'of today, untitled, drawn by the renderer that `vegas` names',
    row: {
      token: 'x1',
      view: {},
      view_vegas: {
        title: '',
        chartType: 'vegas',
        encoding: { marks: { properties: { type: { value: 'Line', automatic: true } } } },
      },
    },
    becomes: { title: null, description: '', type: 'Line' },
  },
  {
    kind: 'chart',
    what: 'of today, its mark not where it should be',
    row: { token: 'x1', view_vegas: { chartType: 'vegas', encoding: { marks: [] }, fieldFormats: 'none' } },
    becomes: { type: 'unknown', columns: [] },
  },
  ...[{ view_vegas: null }, { view_vegas: {} }, {}].map((vegas) => ({
    kind: 'chart' as const,
    what: `of old, with ${JSON.stringify(vegas)}`,
    row: {
      token: 'x1',
      view: { chartTitle: 'R&amp;D', chartDescription: 'old', selectedChart: 'bigNumber' },
      ...vegas,
    },
    becomes: { title: 'R&D', description: 'old', type: 'bigNumber', columns: [] },
  })),
  {
    kind: 'chart',
    what: 'of today, with the columns that its encoding and its formats name',
    row: {
      token: 'x1',
      view_vegas: {
        chartType: 'bar',
        encoding: { x: [{ formula: '[month]' }], y: [{ formula: 'SUM([amount]) + [tax]' }] },
        fieldFormats: { '[amount]': {}, '[region]': {} },
      },
    },
    becomes: { columns: ['month', 'amount', 'tax', 'region'] },
  },
  {
    kind: 'chart',
    what: 'without either view',
    row: { token: 'x1', view: null, view_vegas: null },
    becomes: { title: null, description: '', type: 'unknown' },
  },
  {
    kind: 'connection',
    what: 'with a number for id, a port that is text, and a user that is not taken along',
    row: {
      id: 44,
      token: 'k1',
      name: 'Warehouse',
      adapter: 'jdbc:snowflake',
      vendor: 'snowflake',
      database: 'PROD',
      host: 'x.snowflakecomputing.com',
      port: '443',
      username: 'svc',
    },
    becomes: {
      id: '44',
      token: 'k1',
      name: 'Warehouse',
      adapter: 'jdbc:snowflake',
      vendor: 'snowflake',
      database: 'PROD',
      host: 'x.snowflakecomputing.com',
      deleted: false,
    },
  },
  {
    kind: 'connection',
    what: 'that is deleted and has only a display name',
    row: {
      id: '44',
      token: 'k1',
      name: null,
      display_name: 'Old',
      adapter: 'jdbc:redshift',
      soft_deleted: true,
    },
    becomes: { id: '44', name: 'Old', vendor: null, database: null, host: null, deleted: true },
  },
  {
    kind: 'definition',
    what: 'with an id of either type',
    row: { token: 'f1', name: 'orders', source: 'SELECT 1', data_source_id: 44 },
    becomes: { token: 'f1', name: 'orders', sql: 'SELECT 1', connectionId: '44' },
  },
  {
    kind: 'lite member',
    what: 'with an address',
    row: { username: 'jane', email: 'jane@acme.example', name: 'Jane' },
    becomes: { username: 'jane', email: 'jane@acme.example' },
  },
  {
    kind: 'member',
    what: 'without one',
    row: { member_username: 'jane' },
    becomes: { username: 'jane', email: null },
  },
];

for (const { kind, what, row, becomes } of READ) {
  test(`a ${kind} ${what}`, () => {
    const element = KINDS[kind](row);
    assert.ok('item' in element, JSON.stringify(element));
    assert.deepEqual({ ...element.item, ...becomes }, element.item);
    const noise = { ...row, _forms: { edit: {} }, brand_new_field: { deep: [1] } };
    assert.deepEqual(KINDS[kind](noise), element, 'unknown fields change nothing');
  });
}

const SECRET = 'value-that-must-not-show';
const REFUSED: readonly { kind: keyof typeof KINDS; row: unknown; where: string }[] = [
  { kind: 'report', row: { token: `../${SECRET}` }, where: 'token' },
  { kind: 'report', row: { token: '' }, where: 'token' },
  { kind: 'report', row: { token: 'a'.repeat(65) }, where: 'token' },
  { kind: 'report', row: { token: 7 }, where: 'token' },
  { kind: 'report', row: { token: 'r1', name: { [SECRET]: SECRET } }, where: 'name' },
  { kind: 'report', row: { token: 'r1', _links: { web: SECRET } }, where: '_links.web' },
  { kind: 'report', row: null, where: 'expected object' },
  { kind: 'report', row: SECRET, where: 'expected object' },
  { kind: 'collection', row: { token: 'c1', name: 5 }, where: 'name' },
  { kind: 'query', row: { token: 'q1', raw_query: [SECRET] }, where: 'raw_query' },
  {
    kind: 'query',
    row: { token: 'q1', data_source_id: { id: SECRET } },
    where: 'data_source_id: is not an id',
  },
  { kind: 'chart', row: { token: 'x1', view_vegas: { title: 5 } }, where: 'view_vegas.title' },
  { kind: 'chart', row: { token: 'x1', view: SECRET }, where: 'view' },
  { kind: 'connection', row: { id: '', token: 'k1', adapter: 'jdbc:x' }, where: 'id' },
  { kind: 'connection', row: { id: 1, token: 'k1' }, where: 'adapter' },
  { kind: 'definition', row: { token: 'f1', name: '', source: SECRET }, where: 'name' },
  { kind: 'lite member', row: { email: SECRET }, where: 'username' },
];
for (const { kind, row, where } of REFUSED) {
  test(`a ${kind} like ${JSON.stringify(row).slice(0, 60)} is refused for its ${where}, without a value`, () => {
    const element = KINDS[kind](row);
    assert.ok('problem' in element, JSON.stringify(element));
    assert.ok(element.problem.includes(where), element.problem);
    assert.ok(!element.problem.includes(SECRET), element.problem);
  });
}

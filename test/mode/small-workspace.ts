import type { DemoChart, DemoQuery, DemoReport, ModeData } from '../../src/demo/mode/mode-data.ts';

const chart = (token: string, rest: Partial<DemoChart> = {}): DemoChart => ({
  token,
  title: `Chart ${token}`,
  description: null,
  type: 'bar',
  generation: 'vegas',
  ...rest,
});

const query = (token: string, charts: DemoChart[] = [], rest: Partial<DemoQuery> = {}): DemoQuery => ({
  token,
  name: `Query ${token}`,
  sql: `SELECT * FROM ${token}`,
  connectionId: 1,
  charts,
  ...rest,
});

export const report = (token: string, queries: DemoQuery[], rest: Partial<DemoReport> = {}): DemoReport => ({
  token,
  name: `Report ${token}`,
  description: null,
  kind: 'report',
  archived: false,
  creator: 'jane',
  createdAt: '2026-01-05T09:00:00.000Z',
  editedAt: '2026-02-01T09:00:00.000Z',
  lastSavedAt: null,
  lastRunAt: null,
  viewCount: 3,
  queries,
  ...rest,
});

/** One of everything that a walk meets: small enough to count its requests by hand. */
export const smallWorkspace = (numericIds = false): ModeData => ({
  name: 'acme',
  numericIds,
  collections: [
    {
      token: 'c0fin',
      name: 'Finance',
      description: 'Money',
      kind: 'custom',
      restricted: false,
      reports: [
        report(
          'a1sales',
          [
            query('b1', [
              chart('d1', { title: 'Profit & Loss' }),
              chart('d2', { title: null, type: 'bigNumber', generation: 'view' }),
            ]),
            query('b2', [chart('d3', { type: 'vegas' })]),
          ],
          { name: 'Sales', imports: ['a3orders'] },
        ),
        report('a2empty', []),
        report('a3orders', [query('b3')], { kind: 'dataset' }),
      ],
    },
    {
      token: 'c1ops',
      name: 'Operations',
      description: null,
      kind: 'custom',
      restricted: true,
      reports: [
        report('a4stock', [query('b4', [], { name: null, connectionId: 99 })], { name: null, creator: null }),
        report('a5old', [query('b5', [chart('d4')]), query('b6'), query('b7', [], { connectionId: null })], {
          archived: true,
        }),
      ],
    },
    { token: 'c2own', name: 'Personal', description: null, kind: 'private', restricted: false, reports: [] },
  ],
  connections: [
    {
      id: 1,
      token: 'e1',
      name: 'Warehouse',
      adapter: 'jdbc:snowflake',
      vendor: 'snowflake',
      database: 'PROD',
      host: 'x.example',
      deleted: false,
    },
  ],
  definitions: [{ token: 'f1', name: 'orders', sql: 'SELECT 1', connectionId: 1 }],
  people: [{ username: 'jane', name: 'Jane', email: 'jane@acme.example' }],
});

import type { DemoChart, DemoReport, ModeData } from '../../src/demo/mode/mode-data.ts';

/** A workspace that fits on a page: tokens are short so that tests read well. */
export const tinyMode = (): ModeData => ({
  name: 'tiny',
  numericIds: false,
  collections: [
    {
      token: 's1',
      name: 'Open',
      description: 'For all',
      kind: 'custom',
      restricted: false,
      reports: [
        tinyReport('r1', {
          queries: [
            {
              token: 'q1',
              name: 'One',
              sql: 'SELECT 1',
              connectionId: 71,
              charts: [
                tinyChart('c1', { title: `A & "B" <c> 'd'` }),
                tinyChart('c2', { generation: 'view', type: 'pie', title: 'Old' }),
                tinyChart('c3', { title: null }),
              ],
            },
          ],
        }),
        tinyReport('r2', { name: null, archived: true, creator: null, lastRunAt: null, editedAt: null }),
        tinyReport('d1', {
          kind: 'dataset',
          description: 'Rows',
          queries: [{ token: 'q2', name: null, sql: 'SELECT 2', connectionId: 72, charts: [] }],
        }),
      ],
    },
    { token: 's2', name: 'Closed', description: null, kind: 'custom', restricted: true, reports: [] },
    { token: 's3', name: 'Personal', description: null, kind: 'private', restricted: false, reports: [] },
  ],
  connections: [tinyConnection(71, 'w1', false), tinyConnection(72, 'w2', true)],
  definitions: [{ token: 'f1', name: 'base', sql: 'SELECT 3', connectionId: 71 }],
  people: [{ username: 'ada', name: 'Ada', email: 'ada@tiny.example' }],
});

export const tinyReport = (token: string, more: Partial<DemoReport> = {}): DemoReport => ({
  token,
  name: `Report ${token}`,
  description: null,
  kind: 'report',
  archived: false,
  creator: 'ada',
  createdAt: '2026-01-01T08:00:00Z',
  editedAt: '2026-02-01T08:00:00Z',
  lastSavedAt: null,
  lastRunAt: '2026-03-01T08:00:00Z',
  viewCount: 5,
  queries: [],
  ...more,
});

export const tinyChart = (token: string, more: Partial<DemoChart> = {}): DemoChart => ({
  token,
  title: 'Chart',
  description: null,
  type: 'bar',
  generation: 'vegas',
  ...more,
});

const tinyConnection = (id: number, token: string, deleted: boolean) => ({
  id,
  token,
  name: `Connection ${token}`,
  adapter: 'jdbc:postgresql',
  vendor: 'postgresql',
  database: 'shop',
  host: 'db.tiny.example',
  deleted,
});

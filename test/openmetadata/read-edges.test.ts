import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUpstreamEdges } from '../../src/openmetadata/read-edges.ts';
import { asked, json, scripted } from './scripted-server.ts';

const node = (id: string, type: string, fullyQualifiedName: string, deleted = false) => ({
  id,
  type,
  fullyQualifiedName,
  deleted,
});

test('edges into the target, and no others', async (context) => {
  const { server, client } = await scripted(context, {
    'GET /lineage/dashboard/name/mode."d.1"': json({
      entity: node('d1', 'dashboard', 'mode."d.1"'),
      nodes: [
        node('t1', 'table', 'warehouse.analytics.sales.orders'),
        node('t2', 'table', 'warehouse.analytics.sales.gone', true),
        node('m1', 'dashboardDataModel', 'mode.model.q1'),
      ],
      upstreamEdges: [
        {
          fromEntity: 't1',
          toEntity: 'd1',
          lineageDetails: {
            source: 'DashboardLineage',
            sqlQuery: 'select 1',
            description: 'note',
            columnsLineage: [{ fromColumns: ['w.a.s.o.id'], toColumn: 'mode.c1' }, { fromColumns: ['x'] }],
            updatedBy: 'ingestion-bot',
          },
        },
        { fromEntity: 't2', toEntity: 'd1' },
        { fromEntity: 't1', toEntity: 'm1', lineageDetails: { source: 'DashboardLineage' } },
        { fromEntity: 'unknown', toEntity: 'd1', lineageDetails: { source: 'Manual' } },
      ],
      downstreamEdges: [{ fromEntity: 'd1', toEntity: 't1' }],
    }),
  });
  const progress: unknown[] = [];
  const edges = await readUpstreamEdges(
    client,
    [
      { kind: 'dashboard', fqn: 'mode."d.1"' },
      { kind: 'dashboardDataModel', fqn: 'mode.model.new' },
    ],
    (_, done, total) => progress.push([done, total]),
  );
  assert.deepEqual(
    edges,
    new Map([
      [
        'mode."d.1"',
        [
          {
            from: { kind: 'table', id: 't1', fqn: 'warehouse.analytics.sales.orders' },
            source: 'DashboardLineage',
            description: 'note',
            sql: 'select 1',
            columns: [{ from: ['w.a.s.o.id'], to: 'mode.c1' }],
          },
          {
            from: { kind: 'table', id: 't2', fqn: 'warehouse.analytics.sales.gone' },
            source: 'Manual',
            description: null,
            sql: null,
            columns: [],
          },
        ],
      ],
      ['mode.model.new', []],
    ]),
  );
  assert.deepEqual(progress, [
    [1, 2],
    [2, 2],
  ]);
  assert.ok(
    asked(server).includes(
      'GET /lineage/dashboard/name/mode.%22d.1%22?upstreamDepth=1&downstreamDepth=0&includeDeleted=true',
    ),
  );
});

test('a failed look-up fails the reading', async (context) => {
  const { client } = await scripted(context, {
    'GET /lineage/dashboard/name/mode.d1': json({ code: 500, message: 'boom' }, 500),
  });
  await assert.rejects(readUpstreamEdges(client, [{ kind: 'dashboard', fqn: 'mode.d1' }]), { status: 500 });
});

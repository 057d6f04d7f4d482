import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPutEdge } from '../../src/openmetadata/put-edge.ts';
import { asked, json, scripted } from './scripted-server.ts';

const from = { type: 'table', id: 't1' };
const to = { type: 'dashboard', id: 'd1' };
const details = { sqlQuery: 'select 1', description: null, columnsLineage: [] };
const failed = json({ code: 500, message: 'no engine' }, 500);
const LOOK = 'GET /lineage/getLineageEdge/t1/d1';
const DRAW = 'PUT /lineage';

test('an edge is sent whole, and its source is ours', async (context) => {
  const { server, client } = await scripted(context, { [DRAW]: { status: 200 } });
  const columnsLineage = [{ fromColumns: ['w.a.s.o.id'], toColumn: 'mode.c1' }];
  await createPutEdge(client)(from, to, { sqlQuery: 'select 1', description: 'note', columnsLineage });
  await createPutEdge(client)(from, to, { sqlQuery: null, description: null, columnsLineage: [] });
  const edge = { fromEntity: { id: 't1', type: 'table' }, toEntity: { id: 'd1', type: 'dashboard' } };
  const source = 'DashboardLineage';
  assert.deepEqual(
    server.requests.map(({ body }) => body),
    [
      {
        edge: {
          ...edge,
          lineageDetails: { source, sqlQuery: 'select 1', description: 'note', columnsLineage },
        },
      },
      { edge: { ...edge, lineageDetails: { source } } },
    ],
  );
});

test('stored although the server said 500: patience is lost once only', async (context) => {
  const { server, client } = await scripted(context, {
    [DRAW]: failed,
    [LOOK]: json({ edge: { source: 'DashboardLineage', sqlQuery: 'select 1' } }),
  });
  const putEdge = createPutEdge(client);
  await putEdge(from, to, details);
  assert.deepEqual(asked(server), [DRAW, DRAW, DRAW, LOOK]);
  server.forget();
  await putEdge(from, to, details);
  assert.deepEqual(asked(server), [DRAW, LOOK]);
});

test('not stored is an error', async (context) => {
  const stored = [
    json({ edge: { source: 'Manual', sqlQuery: 'select 1' } }),
    json({ edge: { source: 'DashboardLineage', sqlQuery: 'select 0' } }),
    json({ edge: { source: 'DashboardLineage', sqlQuery: 'select 1', description: 'old' } }),
    json({ code: 404, message: 'no edge' }, 404),
  ];
  for (const answer of stored) {
    const { client } = await scripted(context, { [DRAW]: failed, [LOOK]: answer });
    await assert.rejects(createPutEdge(client)(from, to, details), {
      status: 500,
      serverMessage: 'no engine',
    });
  }
});

test('a failure that passes is tried again', async (context) => {
  const { server, client } = await scripted(context, { [DRAW]: { status: 200 } });
  server.addFault({ path: /lineage/, does: failed, times: 2 });
  await createPutEdge(client)(from, to, details);
  assert.deepEqual(asked(server), [DRAW, DRAW, DRAW]);
});

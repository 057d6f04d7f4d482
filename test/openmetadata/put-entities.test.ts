import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedRequest } from '../../src/demo/stand-in-server.ts';
import { capabilitiesOf } from '../../src/openmetadata/capabilities-of.ts';
import { CONCURRENCY } from '../../src/openmetadata/concurrency.ts';
import { createCatalogWriter } from '../../src/openmetadata/create-catalog-writer.ts';
import type { OpenMetadataClient } from '../../src/openmetadata/open-metadata-client.ts';
import { clientFor } from './client-for.ts';
import { asked, json, type Script, scripted } from './scripted-server.ts';

const writerFor = (client: OpenMetadataClient, version = '1.12.6', bulkSize = 100) =>
  createCatalogWriter(client, capabilitiesOf(version), { bulkSize });

const chart = (name: string) => ({ name, service: 'mode', chartType: 'Bar' });
const charts = (count: number) => Array.from({ length: count }, (_, index) => chart(`c${index}`));

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (request: RecordedRequest) => request.body as readonly Row[];
const fqnOfRow = (row: Row) => `${row.service}.${row.name}`;
const allPass = (rows: readonly Row[]) =>
  json({
    status: 'success',
    successRequest: rows.map((row) => ({ request: fqnOfRow(row), status: 200 })),
    failedRequest: [],
  });
const passAll = (request: RecordedRequest) => allPass(rowsOf(request));
const fine = json({});

const ok = { ok: true } as const;

test('rows go in chunks, and progress counts them', async (context) => {
  const { server, client } = await scripted(context, { 'PUT /charts/bulk': passAll, 'PUT /charts': fine });
  const told: number[] = [];
  const results = await writerFor(client, '1.12.6', 3).putEntities('chart', charts(7), (done) =>
    told.push(done),
  );
  assert.deepEqual(results, Array(7).fill(ok));
  assert.deepEqual(told, [1, 2, 3, 4, 5, 6, 7]);
  // A chunk of one needs no bulk request.
  assert.deepEqual(asked(server), ['PUT /charts/bulk', 'PUT /charts/bulk', 'PUT /charts']);
});

test('200 with failed rows: each is tried singly once, and that counts', async (context) => {
  const { server, client } = await scripted(context, {
    'PUT /charts/bulk': (request) => {
      const [first, ...others] = rowsOf(request);
      return json({
        status: 'partialSuccess',
        successRequest: [{ request: fqnOfRow(first ?? {}), status: 200 }],
        failedRequest: others.map((row) => ({
          request: { ...row, domains: [] },
          message: 'no',
          status: 400,
        })),
      });
    },
    'PUT /charts': ({ body }) =>
      (body as Row).name === 'c1'
        ? fine
        : json({ code: 404, message: 'dashboard instance for mode.d not found' }, 404),
  });
  const results = await writerFor(client).putEntities('chart', charts(3));
  assert.deepEqual(results, [
    ok,
    ok,
    { ok: false, status: 404, error: 'dashboard instance for mode.d not found' },
  ]);
  assert.deepEqual(asked(server), ['PUT /charts/bulk', 'PUT /charts', 'PUT /charts']);
});

test('a row that the answer does not mention is not taken for written', async (context) => {
  const silent = [
    json({ status: 'success', numberOfRowsPassed: 2, successRequest: [], failedRequest: [] }),
    json({ status: 'aborted', abortReason: 'stopped' }),
    { status: 202 },
  ];
  for (const answer of silent) {
    const { server, client } = await scripted(context, { 'PUT /charts/bulk': answer, 'PUT /charts': fine });
    assert.deepEqual(await writerFor(client).putEntities('chart', charts(2)), [ok, ok]);
    assert.deepEqual(asked(server), ['PUT /charts/bulk', 'PUT /charts', 'PUT /charts']);
  }
});

test('a server without bulk is found out once', async (context) => {
  for (const status of [404, 405]) {
    const { server, client } = await scripted(context, {
      'PUT /charts/bulk': json({ code: status, message: 'HTTP 405 Method Not Allowed' }, status),
      'PUT /charts': fine,
    });
    const writer = writerFor(client, '1.12.6', 2);
    assert.deepEqual(await writer.putEntities('chart', charts(5)), Array(5).fill(ok));
    assert.deepEqual(await writer.putEntities('chart', charts(2)), [ok, ok]);
    assert.deepEqual(asked(server), ['PUT /charts/bulk', ...Array(7).fill('PUT /charts')]);
  }
});

test('where the version has no bulk it is not asked for', async (context) => {
  const { server, client } = await scripted(context, { 'PUT /charts': fine });
  assert.deepEqual(await writerFor(client, '1.10.0').putEntities('chart', charts(2)), [ok, ok]);
  assert.deepEqual(asked(server), ['PUT /charts', 'PUT /charts']);
});

test('a request that is refused whole is sent row by row, and the next chunk in bulk again', async (context) => {
  const { server, client } = await scripted(context, {
    'PUT /charts/bulk': (request) =>
      rowsOf(request).some((row) => row.name === 'c0')
        ? json({ code: 400, message: 'bad row' }, 400)
        : passAll(request),
    'PUT /charts': ({ body }) =>
      (body as Row).name === 'c0' ? json({ code: 400, message: 'bad' }, 400) : fine,
  });
  const results = await writerFor(client, '1.12.6', 2).putEntities('chart', charts(4));
  assert.deepEqual(results, [{ ok: false, status: 400, error: 'bad' }, ok, ok, ok]);
  assert.deepEqual(asked(server), ['PUT /charts/bulk', 'PUT /charts', 'PUT /charts', 'PUT /charts/bulk']);
});

test('a request that is too large is halved', async (context) => {
  const { server, client } = await scripted(context, {
    'PUT /charts/bulk': (request) =>
      rowsOf(request).length > 2 ? json({ code: 413, message: 'too large' }, 413) : passAll(request),
  });
  assert.deepEqual(await writerFor(client).putEntities('chart', charts(8)), Array(8).fill(ok));
  assert.deepEqual(
    server.requests.map((request) => rowsOf(request).length),
    [8, 4, 2, 2, 4, 2, 2],
  );
});

test('a server that is gone fails the rows of a request at once, not each by itself', async (context) => {
  const { server, client } = await scripted(context, {});
  server.addFault({ path: /bulk/, does: json({ code: 503, message: 'busy' }, 503) });
  const results = await writerFor(client).putEntities('chart', charts(3));
  assert.deepEqual(results, Array(3).fill({ ok: false, status: 503, error: 'busy' }));
  assert.deepEqual(asked(server), Array(3).fill('PUT /charts/bulk'));
});

test('no two rows of a request share a name', async (context) => {
  const { server, client } = await scripted(context, { 'PUT /charts/bulk': passAll });
  const bodies = [
    chart('a'),
    chart('b'),
    { ...chart('a'), displayName: 'later' },
    { ...chart('b'), displayName: 'later' },
  ];
  assert.deepEqual(await writerFor(client).putEntities('chart', bodies), Array(4).fill(ok));
  assert.deepEqual(
    server.requests.map((request) => rowsOf(request).map((row) => row.displayName ?? row.name)),
    [
      ['a', 'b'],
      ['later', 'later'],
    ],
  );
});

test('names that come often wait in their order, and no request is larger than asked for', async (context) => {
  const { server, client } = await scripted(context, { 'PUT /charts/bulk': passAll, 'PUT /charts': fine });
  const bodies = [...'aababcdadefb'].map((name, index) => ({ ...chart(name), displayName: index }));
  const results = await writerFor(client, '1.12.6', 3).putEntities('chart', bodies);
  assert.deepEqual(results, Array(bodies.length).fill(ok));

  const sent = server.requests.map(({ body }) => (Array.isArray(body) ? body : [body]) as readonly Row[]);
  for (const rows of sent) {
    assert.ok(rows.length <= 3, `${rows.length} rows`);
    assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length);
  }
  for (const { name } of bodies) {
    const all = (rows: readonly Row[]) => rows.filter((row) => row.name === name);
    assert.deepEqual(all(sent.flat()), all(bodies));
  }
});

test('bodies are made as their requests are: those of a large plan are never there all at once', async (context) => {
  let made = 0;
  const madeBefore: number[] = [];
  const { client } = await scripted(context, {
    'PUT /charts/bulk': (request) => {
      madeBefore.push(made);
      return passAll(request);
    },
  });
  function* bodies() {
    for (const body of charts(9)) {
      made += 1;
      yield body;
    }
  }
  await writerFor(client, '1.12.6', 3).putEntities('chart', bodies());
  assert.deepEqual(madeBefore, [3, 6, 9]);
});

test('nothing to write is no request', async (context) => {
  const { server, client } = await scripted(context, {});
  assert.deepEqual(await writerFor(client).putEntities('chart', []), []);
  assert.deepEqual(asked(server), []);
});

/** As 1.12.6 answers a type that it does not know. */
const UNKNOWN_TYPE =
  'Cannot construct instance of `org.openmetadata.schema.type.DataModelType`, problem: ModeDataModel\n at [Source: REDACTED]';

const knowsOnly = (type: string): Script => {
  const check = (rows: readonly Row[]) =>
    rows.every((row) => row.dataModelType === type)
      ? json({ successRequest: rows.map((row) => ({ request: `mode.model.${row.name}` })) })
      : json({ code: 400, message: UNKNOWN_TYPE }, 400);
  return {
    'PUT /dashboard/datamodels/bulk': (request) => check(rowsOf(request)),
    'PUT /dashboard/datamodels': ({ body }) => check([body as Row]),
  };
};

test('a data model has the best type that the server knows, found out once', async (context) => {
  const models = ['q1', 'q2'].map((name) => ({ name, service: 'mode', columns: [] }));
  const table: readonly (readonly [string, number, string, readonly string[]])[] = [
    ['2.1.0', 100, 'ModeDataModel', ['ModeDataModel']],
    ['2.0.7', 100, 'SupersetDataModel', ['ModeDataModel', 'SupersetDataModel']],
    ['1.12.6', 100, 'SupersetDataModel', ['SupersetDataModel']],
  ];
  for (const [version, bulkSize, known, tried] of table) {
    const { server, client } = await scripted(context, knowsOnly(known));
    const writer = writerFor(client, version, bulkSize);
    assert.deepEqual(await writer.putEntities('dashboardDataModel', models), [ok, ok]);
    assert.deepEqual(
      server.requests.map((request) => rowsOf(request)[0]?.dataModelType),
      tried,
    );
    server.forget();
    assert.deepEqual(await writer.putEntities('dashboardDataModel', models), [ok, ok]);
    assert.deepEqual(
      server.requests.map((request) => rowsOf(request)[0]?.dataModelType),
      [known],
    );
  }
});

test('the type is found out by single requests too, side by side', async (context) => {
  const { client } = await scripted(context, knowsOnly('SupersetDataModel'));
  const models = Array.from({ length: 20 }, (_, index) => ({
    name: `q${index}`,
    service: 'mode',
    columns: [],
  }));
  const results = await writerFor(client, '2.0.0', 1).putEntities('dashboardDataModel', models);
  assert.deepEqual(results, Array(20).fill(ok));
});

test('a type that the caller gives is sent as it is', async (context) => {
  const { server, client } = await scripted(context, knowsOnly('SupersetDataModel'));
  const model = { name: 'q1', service: 'mode', columns: [], dataModelType: 'ModeDataModel' };
  const [result] = await writerFor(client, '2.0.0').putEntities('dashboardDataModel', [model]);
  assert.equal(result?.ok, false);
  assert.equal(server.requests.length, 1);
});

test('a cancelled run stops, with nothing more begun', async (context) => {
  const stop = new AbortController();
  const { server } = await scripted(context, {
    'PUT /charts': () => {
      stop.abort();
      return fine;
    },
  });
  const client = clientFor(`${server.url}/api`, { signal: stop.signal });
  await assert.rejects(writerFor(client, '1.10.0').putEntities('chart', charts(50)), { kind: 'cancelled' });
  assert.ok(server.requests.length <= CONCURRENCY, `${server.requests.length} requests`);
});

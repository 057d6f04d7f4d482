import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { samplePeople, sampleWarehouse, sampleWorkspace } from '../../src/demo/sample/sample-workspace.ts';

const workspace = sampleWorkspace();
const reports = workspace.collections.flatMap((collection) => collection.reports);
const queries = reports.flatMap((report) => report.queries);
const charts = queries.flatMap((query) => query.charts);

describe('the sample company', () => {
  it('is as big as it says', () => {
    assert.deepEqual(
      workspace.collections.map(({ name, kind, restricted, reports }) => [
        name.slice(0, 14),
        kind,
        restricted,
        reports.length,
      ]),
      [
        ['Sales & stores', 'custom', false, 9],
        ['Marketing', 'custom', false, 7],
        ['Finance', 'custom', true, 7],
        ['Supply chain', 'custom', false, 7],
        ['Sandbox | do *', 'custom', false, 7],
        ['Personal', 'private', false, 4],
      ],
    );
    assert.deepEqual([reports.length, queries.length, charts.length], [41, 47, 54]);
  });

  it('names everything by a token of its own, 12 characters long', () => {
    const tokens = [
      ...[workspace.collections, reports, queries, charts].flat(),
      ...workspace.connections,
      ...workspace.definitions,
    ].map(({ token }) => token);
    assert.equal(new Set(tokens).size, tokens.length);
    for (const token of tokens) assert.match(token, /^[0-9a-f]{12}$/);
  });

  it('is new at every call and the same at every call', () => {
    const [first, second] = [sampleWorkspace(), sampleWorkspace()];
    assert.deepEqual(first, second);
    first.collections[0]?.reports.shift();
    first.people.pop();
    first.connections.pop();
    assert.deepEqual(second, sampleWorkspace());
  });

  it('keeps a token that people may have linked to', () => {
    const daily = reports.find(({ name }) => name === 'Daily revenue');
    assert.equal(daily?.token, 'd6c31f17a96a');
  });

  it('stays within the lengths that Mode allows', () => {
    for (const { name } of reports) assert.ok((name ?? '').length <= 64, name ?? '');
  });

  it('dates everything in 2026, in order', () => {
    for (const { name, createdAt, editedAt, lastRunAt } of reports) {
      for (const moment of [createdAt, editedAt, lastRunAt]) {
        if (moment === null) continue;
        assert.match(moment, /^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, name ?? '');
        assert.ok(moment >= createdAt, name ?? '');
      }
    }
  });

  it('has one of each thing that goes wrong', () => {
    const usernames = workspace.people.map(({ username }) => username);
    const accounts = samplePeople().map(({ username }) => username);
    const connections = new Map(workspace.connections.map((connection) => [connection.id, connection]));
    const counts: Readonly<Record<string, number>> = {
      archived: reports.filter(({ archived }) => archived).length,
      datasets: reports.filter(({ kind }) => kind === 'dataset').length,
      untitled: reports.filter(({ name }) => name === null).length,
      'without queries': reports.filter(({ queries }) => queries.length === 0).length,
      'creator left': reports.filter(({ creator }) => creator === null).length,
      'creator without account': reports.filter(
        ({ creator }) => creator !== null && usernames.includes(creator) && !accounts.includes(creator),
      ).length,
      'on a lost connection': queries.filter(
        ({ connectionId }) => connectionId !== null && !connections.has(connectionId),
      ).length,
      'on a deleted connection': queries.filter(
        ({ connectionId }) => connectionId !== null && connections.get(connectionId)?.deleted,
      ).length,
      'untitled charts': charts.filter(({ title }) => title === null || title === '').length,
      'old charts': charts.filter(({ generation }) => generation === 'view').length,
      'titles to encode': charts.filter(({ title }) => /[&<>"']/.test(title ?? '')).length,
    };
    for (const [what, count] of Object.entries(counts)) assert.ok(count > 0, what);
    for (const { kind, queries } of reports) {
      if (kind === 'dataset') assert.deepEqual([queries.length, queries[0]?.charts], [1, []]);
    }
    for (const { creator } of reports) assert.ok(creator === null || usernames.includes(creator));
  });

  it('has charts of most types', () => {
    assert.ok(new Set(charts.map(({ type }) => type)).size >= 17);
  });

  it('speaks Liquid in all its moods', () => {
    const text = [...queries, ...workspace.definitions].map(({ sql }) => sql).join('\n');
    for (const piece of ['{% form %}', '{% if ', '{% case ', '{% for ', '{% assign ', '{% unless ']) {
      assert.ok(text.includes(piece), piece);
    }
    assert.match(text, /\{\{ @\w+ \}\}/);
    assert.match(text, /\{\{ ?@\w+ as \w+ \}\}/);
    assert.ok(workspace.definitions.some(({ sql }) => sql.includes('{{ @')));
  });

  it('has a warehouse of two services', () => {
    const tables = sampleWarehouse().map(({ serviceType, databases }) => [
      serviceType,
      Object.values(databases)
        .flatMap((schemas) => Object.values(schemas))
        .reduce((sum, tables) => sum + Object.keys(tables).length, 0),
    ]);
    assert.deepEqual(tables, [
      ['Snowflake', 18],
      ['Postgres', 9],
    ]);
  });
});

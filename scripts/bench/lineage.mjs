// How fast the lineage engine reads the corpus, on one core: shown, never asserted.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { collectParameters } from '../../build/src/lineage/liquid/forms.js';
import { loadParser } from '../../build/src/lineage/parser/load-parser.js';
import { readSql } from '../../build/src/lineage/read-sql.js';
import { CORPUS } from '../../build/test/lineage/corpus/all.js';

const SECONDS = 5;
const cases = CORPUS.map(({ sql, dialect, given = {} }) => ({
  sql,
  dialect,
  definitions: new Map(Object.entries(given.definitions ?? {})),
  siblings: given.siblings ?? [],
}));

const parser = await loadParser();
const read = (one, using) =>
  readSql(one.sql, {
    dialect: one.dialect,
    definitions: one.definitions,
    parameters: collectParameters([one.sql, ...one.siblings], one.definitions),
    ...using,
  });

/** Queries per second, round after round over the corpus; by wall clock, since a core is what a run has. */
function pace(using) {
  for (const one of cases) read(one, using);
  for (const one of cases) read(one, using);
  let queries = 0;
  const start = performance.now();
  while (performance.now() - start < SECONDS * 1_000) {
    for (const one of cases) read(one, using);
    queries += cases.length;
  }
  return Math.round((queries / (performance.now() - start)) * 1_000);
}

/** A fresh process that reads one query, to its end. */
function coldStart() {
  const child = fileURLToPath(new URL('cold-start.mjs', import.meta.url));
  const { stdout } = spawnSync(process.execPath, [child], { encoding: 'utf8' });
  return JSON.parse(stdout);
}

const readings = cases.map((one) => read(one, { parser }));
const withTables = readings.filter(({ tables }) => tables.length > 0);
const share = (part, whole) => `${((100 * part.length) / whole.length).toFixed(1)} % of ${whole.length}`;
const codes = (code) => readings.filter(({ diagnostics }) => diagnostics.some((one) => one.code === code));
const cold = coldStart();

const rows = {
  'queries in the corpus': cases.length,
  'parser, scanner and columns': `${pace({ parser })} queries/s`,
  'scanner alone': `${pace({})} queries/s`,
  'cold start: parser ready': `${cold.ready} ms`,
  'cold start: first query read': `${cold.first} ms`,
  'memory of a process that read one query': `${cold.megabytes} MB`,
  'memory after this bench': `${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`,
  'not parsed': share(codes('sql-not-parsed'), readings),
  'parser and scanner agree on every table': share(
    withTables.filter(({ tables }) => tables.every(({ confidence }) => confidence === 'high')),
    withTables,
  ),
  'columns known': share(
    readings.filter(({ columns }) => columns !== null),
    readings,
  ),
};
const width = Math.max(...Object.keys(rows).map(({ length }) => length));
for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(width)}  ${value}`);

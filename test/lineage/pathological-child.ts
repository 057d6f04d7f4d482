import process from 'node:process';
import { analyzeSql } from '../../src/lineage/analyze-sql.ts';
import { loadParser } from '../../src/lineage/parser/load-parser.ts';
import { PATHOLOGICAL, PATHOLOGICAL_DIALECTS } from './pathological-cases.ts';

// Reads the pathological queries and tells what each cost, a line of JSON each: run as a process of its own, so that its memory
// is its own. What it holds at most can only grow, so that the last line's tells for all.
await loadParser();
for (const [at, [says, sql]] of Object.entries(PATHOLOGICAL).entries()) {
  const dialect = PATHOLOGICAL_DIALECTS[at % PATHOLOGICAL_DIALECTS.length] ?? 'postgres';
  const before = process.cpuUsage().user;
  const { tables } = await analyzeSql({ sql, dialect, catalog: { t1: ['a', 'b'] } });
  const milliseconds = Math.round((process.cpuUsage().user - before) / 1_000);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
  const names = tables.map(({ table }) => table);
  process.stdout.write(`${JSON.stringify({ says, dialect, milliseconds, megabytes, tables: names })}\n`);
}

// One query in a fresh process: what it costs before anything is warm.
import process from 'node:process';

const start = performance.now();
const { analyzeSql } = await import('../../build/src/lineage/analyze-sql.js');
const { loadParser } = await import('../../build/src/lineage/parser/load-parser.js');
await loadParser();
const ready = performance.now();
await analyzeSql({ sql: 'SELECT a FROM t', dialect: 'postgres' });
const first = performance.now();
const megabytes = process.resourceUsage().maxRSS / 1_024;
console.log(
  JSON.stringify({
    ready: Math.round(ready - start),
    first: Math.round(first - start),
    megabytes: Math.round(megabytes),
  }),
);

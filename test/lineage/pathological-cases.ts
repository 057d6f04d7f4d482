import type { Dialect } from '../../src/lineage/dialect.ts';

const times = (count: number, text: string): string => text.repeat(count);
const MEGABYTE = 1_000_000;

/** Queries that no person wrote, each of which reads `t1`, by what they have too much of. */
export const PATHOLOGICAL: Readonly<Record<string, string>> = {
  '10,000 lines': `SELECT 1 ${times(10_000, ', a.b -- c\n')} FROM t1`,
  'a list of a megabyte': `SELECT 1 FROM t1 WHERE a IN (${times(MEGABYTE / 7, "'abcd',")} 1)`,
  'a megabyte of rows': `SELECT 1 FROM t1 UNION ALL VALUES (1, 'a')${times(MEGABYTE / 11, ", (1, 'abc')")}`,
  '500 levels': `SELECT * FROM ${times(500, '(SELECT * FROM ')} t1 ${times(500, ') x ')}`,
  '500 functions in one another': `SELECT ${times(500, 'f(')} 1 ${times(500, ')')} FROM t1`,
  '2,000 branches of a union': `SELECT a FROM t1 ${times(2_000, 'UNION ALL SELECT a FROM t1 ')}`,
  '400 branches of a union': `SELECT a, b FROM t1 ${times(400, 'UNION ALL SELECT a, b FROM t1 ')}`,
  '5,000 conditions': `SELECT 1 FROM t1 WHERE 1=1 ${times(5_000, ' AND a = 1')}`,
  '5,000 alternatives': `SELECT 1 FROM t1 WHERE 1=1 ${times(5_000, ' OR a = 1')}`,
  '2,000 joins': `SELECT 1 FROM t1 ${times(2_000, 'JOIN t1 ON a = 1 ')}`,
  '1,000 stars of one another': `WITH c0 AS (SELECT * FROM t1)${Array.from({ length: 1_000 }, (_, at) => `, c${at + 1} AS (SELECT * FROM c${at})`).join('')} SELECT * FROM c1000`,
  'expressions that double': `WITH c0 AS (SELECT a FROM t1)${Array.from({ length: 60 }, (_, at) => `, c${at + 1} AS (SELECT x.a + y.a AS a FROM c${at} x, c${at} y)`).join('')} SELECT a FROM c60`,
  'stars that double': `WITH c0 AS (SELECT a FROM t1)${Array.from({ length: 40 }, (_, at) => `, c${at + 1} AS (SELECT x.*, y.* FROM c${at} x, c${at} y)`).join('')} SELECT * FROM c40`,
  'casts that never end': `SELECT a${times(50_000, '::int')} FROM t1`,
  'signs that never end': `SELECT ${times(100_000, '- ')}1 FROM t1`,
  'concatenations that never end': `SELECT a${times(50_000, ' || b')} FROM t1`,
  'a string that never ends': `SELECT 1 FROM t1 WHERE 'x${times(MEGABYTE / 4, 'x ')}`,
  'a comment that never ends': `SELECT 1 FROM t1 /* ${times(MEGABYTE / 4, 'x ')}`,
  'a comment of a megabyte': `SELECT 1 /* ${times(MEGABYTE / 2, 'x ')} */ FROM t1`,
  '20,000 statements': times(20_000, 'SELECT 1 FROM t1;'),
  'blocks that never end': `${times(20_000, 'BEGIN IF 1 = 1 THEN ')} SELECT 1 FROM t1`,
  'conditions that never end': `SELECT 1 FROM t1; ${times(50_000, 'IF a ')}; ${times(20_000, 'ELSE WHILE a DO ')}`,
  'NUL characters': `SELECT ${times(1_000, '\0')} 1 FROM t1`,
};

export const PATHOLOGICAL_DIALECTS: readonly Dialect[] = ['postgres', 'snowflake', 'tsql'];

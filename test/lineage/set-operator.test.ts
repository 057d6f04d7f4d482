import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIALECTS, type Dialect } from '../../src/lineage/dialect.ts';
import { loadParser } from '../../src/lineage/parser/load-parser.ts';
import { rewriteForParser } from '../../src/lineage/parser/rewrite.ts';
import { lex } from '../../src/lineage/sql/lexer.ts';

const parser = await loadParser();

/** The kind of each statement's tree. */
function kinds(sql: string, dialect: Dialect): string[] {
  const result = parser.parse(rewriteForParser(sql, lex(sql, dialect), dialect), dialect);
  assert.ok(result.ok, JSON.stringify(result));
  return result.statements.flatMap((tree) => Object.keys(tree));
}

for (const [says, condition] of [
  ['a comparison', 'WHERE x > (SELECT b FROM t2)'],
  ['a comparison in two brackets', 'WHERE x = ((SELECT b FROM t2))'],
  ['a condition of a join', 'JOIN t3 ON t3.x = (SELECT b FROM t2)'],
  ['a filter of groups', 'GROUP BY a HAVING count(*) > (SELECT avg(b) FROM t2)'],
  ['the end of a range', 'WHERE x BETWEEN 1 AND (SELECT b FROM t2)'],
  ['a common table expression in the query', 'WHERE x < (WITH c AS (SELECT b FROM t2) SELECT b FROM c)'],
  ['a list', 'WHERE x IN (SELECT b FROM t2)'],
  ['a quantifier', 'WHERE x > ANY (SELECT b FROM t2)'],
  ['EXISTS', 'WHERE EXISTS (SELECT b FROM t2)'],
] as const) {
  test(`a union goes on behind ${says} that ends with a query`, () => {
    for (const dialect of DIALECTS) {
      const sql = `SELECT a FROM t1 ${condition} UNION ALL SELECT b FROM t4`;
      assert.deepEqual(kinds(sql, dialect), ['union'], dialect);
    }
  });
}

test('nothing is put where no condition ends', () => {
  for (const sql of [
    '(SELECT 1 FROM a) UNION ALL (SELECT 2 FROM b)',
    'SELECT f(x => (SELECT 1) UNION ALL SELECT 2) FROM t',
    'SELECT a FROM t WHERE x IN (SELECT 1) UNION SELECT 2',
    'SELECT a FROM (SELECT 1 FROM t) UNION SELECT 2',
  ]) {
    assert.equal(rewriteForParser(sql, lex(sql, 'generic'), 'generic'), sql);
  }
});

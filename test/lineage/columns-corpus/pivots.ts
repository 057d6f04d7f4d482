import { type ColumnCase, gives } from './case.ts';

export const PIVOTS: readonly ColumnCase[] = [
  gives(
    'snowflake',
    'a pivot',
    "SELECT * FROM (SELECT dept, month, amount FROM t) PIVOT (SUM(amount) FOR month IN ('JAN', 'FEB')) AS p (d, jan, feb)",
    ['d < t.dept', 'jan < t.amount', 'feb < t.amount'],
  ),
  gives(
    'tsql',
    'a pivot by name',
    'SELECT dept, [1], [2] AS two FROM (SELECT dept, m, amount FROM t) s PIVOT (SUM(amount) FOR m IN ([1], [2])) p',
    ['dept < t.dept', '1 < t.amount', 'two < t.amount'],
  ),
  gives(
    'bigquery',
    'a pivot with names',
    "SELECT * FROM (SELECT product, sales, quarter FROM d.t) PIVOT (SUM(sales) AS total FOR quarter IN ('Q1', 'Q2' AS second))",
    ['product < d.t.product', 'total_Q1 < d.t.sales', 'total_second < d.t.sales'],
  ),
  gives(
    'databricks',
    'a pivot with two aggregates',
    'SELECT * FROM (SELECT y, q, a, b FROM t) PIVOT (SUM(a) AS s, AVG(b) AS m FOR q IN (1 AS q1, 2 AS q2))',
    ['y < t.y', 'q1_s < t.a', 'q1_m < t.b', 'q2_s < t.a', 'q2_m < t.b'],
  ),
  gives(
    'oracle',
    'a pivot of a table',
    "SELECT * FROM sales PIVOT (SUM(amount) FOR q IN ('Q1' AS q1, 'Q2' AS q2))",
    ['region < sales.region', 'q1 < sales.amount', 'q2 < sales.amount'],
    'sales(region, q, amount)',
  ),
  gives(
    'snowflake',
    'an unpivot',
    'SELECT * FROM t UNPIVOT (sales FOR month IN (jan, feb))',
    ['id < t.id', 'month <', 'sales < t.jan, t.feb'],
    't(id, jan, feb)',
  ),
  gives('tsql', 'an unpivot by name', 'SELECT u.id, u.k, u.v FROM t UNPIVOT (v FOR k IN (a, b)) AS u', [
    'id < t.id',
    'k <',
    'v < t.a, t.b',
  ]),
];

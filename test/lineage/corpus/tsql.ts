import { type Corpus, reads } from './case.ts';

/** SQL Server, as analysts write it. */
export const TSQL: Corpus = {
  tsql: [
    reads(
      'temporary tables without semicolons',
      `SET NOCOUNT ON
DECLARE @from DATE = DATEADD(DAY, -30, GETDATE()), @to DATE = GETDATE()

DROP TABLE IF EXISTS #orders
SELECT o.OrderID, o.CustomerID, o.Total
INTO #orders
FROM Sales.dbo.Orders o WITH (NOLOCK)
WHERE o.OrderDate BETWEEN @from AND @to

CREATE CLUSTERED INDEX ix ON #orders (CustomerID)

SELECT c.Name, SUM(o.Total) AS Total
FROM #orders o
INNER JOIN Sales.dbo.Customers c (NOLOCK) ON c.CustomerID = o.CustomerID
GROUP BY c.Name
ORDER BY Total DESC`,
      'Sales.dbo.Orders',
      'Sales.dbo.Customers',
    ),
    reads(
      'a global temporary table',
      'SELECT * INTO ##g FROM dbo.t1; SELECT * FROM ##g g JOIN dbo.t2 ON 1=1',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'brackets with every kind of sign',
      'SELECT [o].[from] FROM [Sales-DB].[dbo].[Order ]] Lines] AS [o]',
      'Sales-DB.dbo.Order ] Lines',
    ),
    reads(
      'brackets around four parts',
      'SELECT 1 FROM [SRV\\PROD].[Sales].[dbo].[Orders]',
      'SRV\\PROD.Sales.dbo.Orders',
    ),
    reads('a server with an empty schema', 'SELECT 1 FROM srv.shop..t1', 'srv.shop.dbo.t1'),
    reads('quoted names', 'SELECT "a" FROM "dbo"."Order Items"', 'dbo.Order Items'),
    reads(
      'CROSS APPLY with TOP',
      'SELECT c.Id, x.At FROM dbo.Customers c CROSS APPLY (SELECT TOP (1) o.At FROM dbo.Orders o WHERE o.CustomerId = c.Id ORDER BY o.At DESC) x',
      'dbo.Customers',
      'dbo.Orders',
    ),
    reads(
      'OUTER APPLY of VALUES',
      'SELECT t.Id, v.k FROM dbo.t1 t OUTER APPLY (VALUES (1, t.a), (2, t.b)) v (k, x)',
      'dbo.t1',
    ),
    reads('STRING_SPLIT', "SELECT s.value FROM dbo.t1 CROSS APPLY STRING_SPLIT(t1.tags, ',') s", 'dbo.t1'),
    reads(
      'OPENJSON with a schema',
      "SELECT j.sku FROM dbo.Hooks h CROSS APPLY OPENJSON(h.Body, '$.items') WITH (sku NVARCHAR(50) '$.sku', qty INT '$.from.qty', rest NVARCHAR(MAX) '$' AS JSON) j LEFT JOIN dbo.Skus s ON s.Sku = j.sku",
      'dbo.Hooks',
      'dbo.Skus',
    ),
    reads(
      'nodes of XML',
      "SELECT n.c.value('@id', 'int') FROM dbo.Docs d CROSS APPLY d.Body.nodes('/a/b') AS n(c)",
      'dbo.Docs',
    ),
    reads(
      'OPENQUERY runs elsewhere',
      "SELECT * FROM OPENQUERY(srv, 'SELECT * FROM far') q JOIN dbo.t1 ON 1=1",
      'dbo.t1',
    ),
    reads(
      'OPENROWSET',
      "SELECT * FROM OPENROWSET(BULK 'https://x/y.parquet', FORMAT = 'PARQUET') AS r, dbo.t1",
      'dbo.t1',
    ),
    reads(
      'FOR JSON at the end',
      'SELECT a, (SELECT b FROM dbo.t2 WHERE t2.id = t1.id FOR JSON PATH) AS bs FROM dbo.t1 FOR JSON AUTO, INCLUDE_NULL_VALUES',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'FOR XML with TYPE',
      "SELECT STUFF((SELECT ', ' + x.n FROM dbo.x x WHERE x.id = t.id FOR XML PATH(''), TYPE).value('.', 'nvarchar(max)'), 1, 2, '') FROM dbo.t1 t",
      'dbo.x',
      'dbo.t1',
    ),
    reads(
      'several hints',
      'SELECT 1 FROM dbo.t1 AS a WITH (NOLOCK, INDEX(ix_a)) LEFT HASH JOIN dbo.t2 b WITH (FORCESEEK) ON a.id = b.id OPTION (RECOMPILE, MAXDOP 1)',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'join hints',
      'SELECT 1 FROM dbo.t1 INNER LOOP JOIN dbo.t2 ON 1=1 INNER REMOTE JOIN dbo.t3 ON 1=1',
      'dbo.t1',
      'dbo.t2',
      'dbo.t3',
    ),
    reads(
      'PIVOT of a query',
      'SELECT * FROM (SELECT Y, Q, Amt FROM dbo.Sales) s PIVOT (SUM(Amt) FOR Q IN ([Q1], [Q2])) AS p JOIN dbo.Years y ON y.Y = p.Y',
      'dbo.Sales',
      'dbo.Years',
    ),
    reads('UNPIVOT', 'SELECT k, v FROM dbo.Wide UNPIVOT (v FOR k IN ([a], [b], [c])) AS u', 'dbo.Wide'),
    reads(
      'alias = expression',
      'SELECT Total = SUM(Amt), [From] = MIN(d), y = YEAR(d) FROM dbo.Sales GROUP BY YEAR(d)',
      'dbo.Sales',
    ),
    reads(
      'TOP WITH TIES and OFFSET',
      'SELECT TOP 5 WITH TIES a FROM dbo.t1 ORDER BY b; SELECT a FROM dbo.t2 ORDER BY a OFFSET 10 ROWS FETCH NEXT 5 ROWS ONLY',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'an expression list after a semicolon',
      ';WITH a AS (SELECT * FROM dbo.t1), b AS (SELECT * FROM a JOIN dbo.t2 ON 1=1) SELECT * FROM b',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'two expression lists on their lines',
      'WITH a AS (SELECT * FROM t1)\nSELECT * FROM a\n\nWITH a AS (SELECT * FROM t2)\nSELECT * FROM a',
      't1',
      't2',
    ),
    reads(
      'a system time',
      "SELECT * FROM dbo.Prices FOR SYSTEM_TIME AS OF '2024-01-01' p JOIN dbo.Items i ON i.Id = p.Id",
      'dbo.Prices',
      'dbo.Items',
    ),
    reads(
      'a system time between',
      "SELECT * FROM dbo.Prices FOR SYSTEM_TIME BETWEEN '2024-01-01' AND '2024-02-01' AS p, dbo.t1",
      'dbo.Prices',
      'dbo.t1',
    ),
    reads('a tablesample', 'SELECT * FROM dbo.t1 TABLESAMPLE (10 PERCENT) REPEATABLE (1)', 'dbo.t1'),
    reads(
      'a table variable with keys',
      'DECLARE @ids TABLE (id INT NOT NULL PRIMARY KEY, n NVARCHAR(10) NULL)\nINSERT @ids (id) SELECT Id FROM dbo.t1\nSELECT * FROM dbo.t2 WHERE id IN (SELECT id FROM @ids)',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'INSERT of EXEC',
      'CREATE TABLE #r (a INT, b INT)\nINSERT INTO #r EXEC dbo.usp_report @d = 1\nSELECT r.a FROM #r r JOIN dbo.t1 ON 1=1',
      'dbo.t1',
    ),
    reads(
      'OUTPUT of an update',
      'UPDATE x SET a = 1 OUTPUT inserted.id INTO #log FROM dbo.t1 x JOIN dbo.t2 y ON x.id = y.id',
      'dbo.t2',
    ),
    reads(
      'IF and ELSE with queries',
      'IF @x = 1\n  SELECT * FROM dbo.t1\nELSE\n  SELECT * FROM dbo.t2',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'IF EXISTS over a query',
      'IF EXISTS (SELECT 1 FROM dbo.t1) BEGIN SELECT * FROM dbo.t2 END',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'a WHILE loop',
      'DECLARE @i INT = 0\nWHILE @i < 3\nBEGIN\n  INSERT INTO #x SELECT a FROM dbo.t1\n  SET @i = @i + 1\nEND\nSELECT * FROM #x',
      'dbo.t1',
    ),
    reads(
      'a cursor',
      'DECLARE c CURSOR FAST_FORWARD FOR SELECT id FROM dbo.t1\nOPEN c\nFETCH NEXT FROM c INTO @id\nCLOSE c\nDEALLOCATE c\nSELECT 1 FROM dbo.t2',
      'dbo.t1',
      'dbo.t2',
    ),
    reads(
      'dynamic SQL is not looked into',
      "DECLARE @sql NVARCHAR(MAX) = N'SELECT * FROM dbo.hidden'\nEXEC sp_executesql @sql\nSELECT 1 FROM dbo.t1",
      'dbo.t1',
    ),
    reads(
      'GO and USE',
      'USE [Sales]\nGO\nSELECT * FROM Orders\nGO\nUSE Crm\nGO\nSELECT * FROM dbo.People',
      'Sales.dbo.Orders',
      'Crm.dbo.People',
    ),
    reads(
      'the isolation level',
      'SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED;\nSELECT * FROM dbo.t1',
      'dbo.t1',
    ),
    reads(
      'system views',
      'SELECT * FROM sys.tables t JOIN INFORMATION_SCHEMA.COLUMNS c ON 1=1 JOIN master.sys.databases d ON 1=1',
      'sys.tables',
      'INFORMATION_SCHEMA.COLUMNS',
      'master.sys.databases',
    ),
    reads(
      'a calendar by recursion',
      'WITH d AS (SELECT CAST(@from AS DATE) AS d UNION ALL SELECT DATEADD(DAY, 1, d) FROM d WHERE d < @to) SELECT d.d, s.n FROM d LEFT JOIN dbo.Sales s ON s.d = d.d OPTION (MAXRECURSION 0)',
      'dbo.Sales',
    ),
    reads(
      'numbers from a system view',
      'SELECT TOP 100 ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM sys.all_objects a CROSS JOIN sys.all_objects b',
      'sys.all_objects',
    ),
    reads(
      'VALUES as a table',
      "SELECT v.code FROM (VALUES ('a', 1), ('b', 2)) AS v (code, n) LEFT JOIN dbo.t1 t ON t.code = v.code",
      'dbo.t1',
    ),
    reads(
      'IIF, CHOOSE and TRIM FROM',
      "SELECT IIF(a = 1, 'from', 'x'), TRIM('.' FROM b), CHOOSE(1, c, d) FROM dbo.t1",
      'dbo.t1',
    ),
    reads(
      'CONTAINSTABLE',
      "SELECT t.id FROM dbo.Docs t JOIN CONTAINSTABLE(dbo.Docs, body, 'x') k ON k.[KEY] = t.id",
      'dbo.Docs',
    ),
    reads(
      'a string of national letters',
      "SELECT N'from x' AS n, a FROM dbo.t1 WHERE b LIKE N'%join%'",
      'dbo.t1',
    ),
    reads(
      'a procedure call and a query',
      'EXEC dbo.refresh_all @day = NULL;\nSELECT * FROM dbo.t1',
      'dbo.t1',
    ),
    reads('a nested comment', '/* a /* SELECT * FROM x */ b */ SELECT 1 FROM dbo.t1', 'dbo.t1'),
  ],
};

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Never a table's name without quotes. */
export const RESERVED = words(`
  SELECT FROM WHERE GROUP ORDER HAVING ON JOIN INNER CROSS NATURAL UNION INTERSECT EXCEPT LIMIT AND OR NOT NULL CASE WHEN
  THEN ELSE IN AS SET BY WITH IS LIKE BETWEEN EXISTS ALL DISTINCT VALUES USING INTO CREATE
`);

/** What ends a FROM clause. */
export const ENDS_FROM = words(`
  WHERE PREWHERE GROUP ORDER HAVING QUALIFY LIMIT WINDOW CONNECT START FETCH OFFSET SET VALUES RETURNING SETTINGS CLUSTER
  DISTRIBUTE SORT WHEN SELECT INSERT UNION INTERSECT EXCEPT MINUS OPTION
`);

/** What may follow a relation and is not its alias. */
export const NOT_AN_ALIAS = words(`
  ${[...ENDS_FROM].join(' ')} ON USING JOIN INNER LEFT RIGHT FULL CROSS OUTER NATURAL STRAIGHT_JOIN ASOF GLOBAL ANY ALL SEMI
  ANTI LATERAL PIVOT UNPIVOT TABLESAMPLE FOR AT BEFORE WITH USE IGNORE FORCE FINAL SAMPLE ARRAY APPLY MATCH_RECOGNIZE
  PARTITION AND OR END THEN ELSE DO LIKE CLONE AS FROM
`);

/** What may stand between FROM or JOIN and the relation. Redshift's UNPIVOT takes an object in a row apart. */
export const BEFORE_RELATION = words('LATERAL ONLY UNPIVOT');

/** What may stand between INSERT, UPDATE, MERGE … and the table that is written to. */
export const BEFORE_TARGET = words(`
  INTO OVERWRITE TABLE IGNORE LOW_PRIORITY DELAYED HIGH_PRIORITY ONLY TEMP TEMPORARY UNLOGGED LOCAL GLOBAL TOP ALL DIRECTORY FROM
`);

/** Statements that read no table. */
export const READS_NOTHING = words(`
  SHOW DESCRIBE DESC GRANT REVOKE DROP TRUNCATE USE ALTER ANALYZE VACUUM COMMENT KILL REFRESH MSCK REINDEX COMMIT ROLLBACK
  PRAGMA LIST PUT GET REMOVE OPTIMIZE COLLECT CHECKPOINT LOCK UNLOCK DATABASE
`);

/** What a statement begins with. Anything else is not SQL that can be made out. */
export const BEGINS_STATEMENT = words(`
  ${[...READS_NOTHING].join(' ')} SELECT WITH FROM VALUES TABLE INSERT REPLACE UPDATE DELETE MERGE CREATE EXPLAIN SET DECLARE CALL
  EXEC EXECUTE BEGIN IF END COPY UNLOAD SEL LOCKING PRINT START WHILE PREPARE DEALLOCATE CACHE UNCACHE EXPORT LOAD ASSERT
  RETURN ADD RESET FOR DO OPEN FETCH MOVE CLOSE
`);

/** Dialects in which a common table expression may call itself without the word RECURSIVE. */
export const RECURSIVE_IS_OPTIONAL: ReadonlySet<string> = new Set([
  'tsql',
  'oracle',
  'snowflake',
  'db2',
  'generic',
]);

/** Dialects in which `alias.items` in a FROM clause is an array inside a row. */
export const HAS_ARRAY_PATHS: ReadonlySet<string> = new Set(['bigquery', 'redshift', 'impala', 'generic']);

/** Values that stand without brackets; PostgreSQL lets one be a relation, which is no table. */
export const MOMENTS_AND_USERS = words(`
  CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP CURRENT_USER SESSION_USER CURRENT_ROLE CURRENT_CATALOG
  CURRENT_SCHEMA
`);

/** What follows FOR at the end of a query, its FROM included: `FOR JSON AUTO, ROOT`, `FOR UPDATE OF a, b`. */
export const ENDS_QUERY_AFTER_FOR = words('JSON XML BROWSE UPDATE SHARE NO KEY READ FETCH');

/** What may follow WITH in ClickHouse and begins no list. */
export const BEGINS_NO_LIST = words('TOTALS ROLLUP CUBE FILL TIES');

/** Dialects in which SELECT … INTO makes a table; in the others it fills variables, or there is none. */
export const INTO_MAKES_TABLE: ReadonlySet<string> = new Set([
  'postgres',
  'redshift',
  'vertica',
  'tsql',
  'generic',
]);

/** Calls in FROM that stand for the very table that they are given by its name: Oracle's CONTAINERS, Databricks' STREAM. */
export const HANDS_ON_TABLE = words('CONTAINERS SHARDS STREAM');

/** T-SQL's table hints, that old scripts write without WITH: `orders (NOLOCK)`. */
export const TABLE_HINTS = words(`
  NOLOCK READUNCOMMITTED READCOMMITTED REPEATABLEREAD SERIALIZABLE HOLDLOCK UPDLOCK READPAST ROWLOCK PAGLOCK TABLOCK TABLOCKX
  XLOCK NOWAIT SNAPSHOT INDEX FORCESEEK FORCESCAN NOEXPAND
`);

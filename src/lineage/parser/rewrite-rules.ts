import { DIALECTS, type Dialect } from '../dialect.ts';
import { bareAlias, MISTAKEN_ALIASES } from './rewrites/bare-alias.ts';
import * as calls from './rewrites/calls.ts';
import * as clauses from './rewrites/clauses.ts';
import * as hints from './rewrites/hints.ts';
import { lateralView } from './rewrites/lateral-view.ts';
import * as made from './rewrites/made.ts';
import { afterMatch, pattern } from './rewrites/match-recognize.ts';
import * as operators from './rewrites/operators.ts';
import { dataTypePhrase } from './rewrites/phrases.ts';
import * as queries from './rewrites/queries.ts';
import type { Rule } from './rewrites/rule.ts';
import * as setOperator from './rewrites/set-operator.ts';
import * as values from './rewrites/values.ts';
import * as writes from './rewrites/writes.ts';

/** A rule, the words or signs that it is tried at, and the dialects that need it; all when none are named. */
interface Entry {
  readonly on: readonly string[];
  readonly rule: Rule;
  readonly for?: readonly Dialect[];
}

const MYSQL: readonly Dialect[] = ['mysql', 'singlestore'];

/** What the parser (0.12.1) rejects or misreads although the warehouse takes it. */
const ENTRIES: readonly Entry[] = [
  { on: ['('], rule: values.longList },
  { on: ['UNION', 'INTERSECT', 'EXCEPT', 'MINUS'], rule: setOperator.afterOperand },
  { on: MISTAKEN_ALIASES, rule: bareAlias },
  { on: ['LATERAL'], rule: lateralView, for: ['hive', 'impala', 'spark', 'databricks'] },
  { on: ['TABLESAMPLE'], rule: clauses.tableSample },
  { on: ['AFTER'], rule: afterMatch },
  { on: ['PATTERN'], rule: pattern },
  { on: ['CLUSTER', 'CLUSTERALLREPLICAS'], rule: calls.onCluster, for: ['clickhouse'] },
  { on: ['@'], rule: hints.statementHint, for: ['bigquery'] },
  { on: ['STREAM'], rule: calls.stream, for: ['databricks'] },
  { on: ['PREDICT'], rule: calls.predict, for: ['tsql'] },
  {
    on: ['!'],
    rule: operators.exclamation,
    for: [...MYSQL, 'tsql', 'hive', 'impala', 'spark', 'databricks'],
  },
  { on: ['SELECT'], rule: hints.selectModifiers, for: [...MYSQL, 'impala'] },
  { on: ['CREATE', 'DECLARE'], rule: made.plainlyMade },
  { on: ['TABLE'], rule: queries.wholeTable },
  { on: ['WITH'], rule: queries.withFunctions, for: ['oracle', 'trino', 'generic'] },
  { on: ['FROM'], rule: queries.fromFirst, for: ['hive', 'impala', 'spark', 'databricks'] },
  // MySQL adds the columns of the query to those that are declared.
  { on: ['TABLE'], rule: made.declared, for: DIALECTS.filter((one) => !MYSQL.includes(one)) },
  { on: ['TABLE', 'VIEW'], rule: made.madeFromQuery },
  { on: ['TABLE'], rule: made.declared, for: MYSQL },
  { on: ['WITH', 'ON', 'UNIQUE', 'PRIMARY', 'NO'], rule: made.afterQuery },
  { on: ['INTO'], rule: made.intoTemporary, for: ['postgres', 'redshift', 'vertica', 'generic'] },
  { on: ['INTO'], rule: made.intoOutfile, for: MYSQL },
  { on: ['INSERT'], rule: writes.insertInto, for: ['tsql', ...MYSQL] },
  {
    on: ['SET'],
    rule: writes.setSeveral,
    for: ['postgres', 'redshift', 'vertica', 'oracle', 'db2', 'generic'],
  },
  {
    on: ['DELETE'],
    rule: writes.deleteUsing,
    for: ['postgres', 'redshift', 'snowflake', 'vertica', 'generic'],
  },
  { on: ['SELECT'], rule: operators.selectNothing, for: ['postgres', 'generic'] },
  { on: ['LATERAL'], rule: hints.lateralCall, for: ['postgres', 'redshift', 'vertica'] },
  { on: ['string'], rule: values.escapedQuote, for: ['redshift'] },
  { on: ['variable'], rule: clauses.tableVersion, for: ['databricks', 'spark'] },
  { on: ['FOR'], rule: clauses.forJson, for: ['tsql'] },
  { on: ['('], rule: hints.oldTableHint, for: ['tsql'] },
  { on: ['+', '-', '*', '/', '%', '&', '|'], rule: operators.assignment, for: ['tsql'] },
  { on: ['string'], rule: values.alternativeQuote, for: ['oracle'] },
  { on: ['('], rule: operators.outerJoinSign, for: ['oracle', 'snowflake', 'redshift', 'db2', 'generic'] },
  { on: ['^', '~', '¬'], rule: operators.unequal, for: ['oracle', 'db2', 'teradata'] },
  { on: ['AS', 'FOR'], rule: clauses.asOf, for: ['oracle', 'bigquery'] },
  { on: ['AT', 'BEFORE'], rule: clauses.timeTravel, for: ['snowflake'] },
  { on: [':'], rule: operators.pathAfterCall, for: ['snowflake'] },
  { on: ['VALUES'], rule: values.valuesInList, for: ['trino', 'presto', 'athena'] },
  { on: ['['], rule: hints.joinHint, for: ['impala'] },
  { on: ['IREGEXP'], rule: operators.regexp, for: ['impala'] },
  { on: ['GLOBAL'], rule: hints.globally, for: ['clickhouse'] },
  { on: ['ANY', 'ALL', 'ASOF'], rule: hints.joinStrictness, for: ['clickhouse'] },
  { on: ['('], rule: dataTypePhrase, for: ['teradata'] },
  { on: ['('], rule: calls.tableOperator, for: ['teradata'] },
  { on: ['SEL'], rule: operators.select, for: ['teradata'] },
  { on: ['LOCKING', 'LOCK'], rule: hints.locking, for: ['teradata'] },
  { on: ['PARTITION', 'SUBPARTITION'], rule: clauses.partition, for: ['oracle'] },
  { on: ['SAMPLE'], rule: clauses.tableSample, for: ['oracle'] },
  { on: ['VERSIONS'], rule: clauses.versions, for: ['oracle'] },
  { on: ['SEARCH', 'CYCLE'], rule: clauses.searchOrCycle, for: ['oracle', 'postgres'] },
  { on: ['CURSOR', 'MULTISET'], rule: operators.queryAsValue, for: ['oracle'] },
  { on: ['TABLE'], rule: operators.queryAsValue, for: ['db2'] },
  { on: ['&'], rule: operators.substitution, for: ['oracle'] },
  { on: ['OVER'], rule: clauses.limitOver, for: ['vertica'] },
  { on: ['USING'], rule: clauses.usingParameters, for: ['vertica'] },
  { on: ['INTERPOLATE'], rule: clauses.interpolate, for: ['vertica'] },
  { on: ['AT'], rule: clauses.atEpoch, for: ['vertica'] },
  { on: ['WITH'], rule: clauses.isolation, for: ['db2', 'generic'] },
  { on: ['FOR'], rule: clauses.readOnly, for: ['db2', 'generic'] },
  { on: ['OPTIMIZE'], rule: clauses.optimizeFor, for: ['db2'] },
  { on: ['CURRENT'], rule: values.currentMoment, for: ['db2'] },
  { on: ['CONCAT'], rule: operators.concat, for: ['db2'] },
  {
    on: 'YEAR YEARS MONTH MONTHS DAY DAYS HOUR HOURS MINUTE MINUTES SECOND SECONDS'.split(' '),
    rule: values.labelledDuration,
    for: ['db2'],
  },
];

export type Rules = ReadonlyMap<string, readonly Rule[]>;

const RULES: ReadonlyMap<Dialect, Rules> = new Map(
  DIALECTS.map((dialect) => {
    const rules = new Map<string, Rule[]>();
    for (const { on, rule, for: only } of ENTRIES) {
      if (only !== undefined && !only.includes(dialect)) continue;
      for (const trigger of on) rules.set(trigger, [...(rules.get(trigger) ?? []), rule]);
    }
    return [dialect, rules];
  }),
);

const NONE: Rules = new Map();

export const rulesOf = (dialect: Dialect): Rules => RULES.get(dialect) ?? NONE;

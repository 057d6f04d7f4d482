import type { Dialect } from '../dialect.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Dialects in which a select item may use the alias of one to its left; a column of that name comes first. */
export const REUSES_ALIASES: ReadonlySet<string> = words(
  'redshift snowflake databricks spark teradata vertica',
);

/** Dialects in which a cast without an alias keeps the name of the column that it casts. */
export const NAMES_CASTS: ReadonlySet<string> = words('postgres redshift vertica spark databricks');

/** Dialects that name a field of a struct by a dot behind its column. */
export const HAS_FIELDS: ReadonlySet<string> = words(
  'bigquery redshift databricks spark hive impala presto trino athena clickhouse vertica oracle generic',
);

/** Words that read like columns and are none, unless a relation is known to have one. */
const NO_COLUMNS = words(
  'current_date current_time current_timestamp current_user session_user system_user localtime localtimestamp',
);
const NO_COLUMNS_OF: Readonly<Partial<Record<Dialect, ReadonlySet<string>>>> = {
  bigquery: words('_table_suffix _partitiontime _partitiondate _file_name'),
  oracle: words('user uid level rownum rowid ora_rowscn sysdate systimestamp'),
  postgres: words('user ctid xmin xmax tableoid'),
  redshift: words('user sysdate'),
  tsql: words('user'),
  teradata: words('user date time timestamp session'),
  db2: words('user'),
  hive: words('grouping__id input__file__name block__offset__inside__file'),
  spark: words('grouping__id spark_grouping_id'),
  databricks: words('grouping__id spark_grouping_id'),
};

/** True for a bare word that the dialect gives a value itself: a pseudo-column, variable or parameter. */
export const isNoColumn = (name: string, dialect: Dialect): boolean =>
  /^[@:$]/.test(name) ||
  (dialect === 'snowflake' && /^metadata\$/i.test(name)) ||
  NO_COLUMNS.has(name.toLowerCase()) ||
  (NO_COLUMNS_OF[dialect]?.has(name.toLowerCase()) ?? false);

/** Date functions by how many arguments they have when one of them is a unit. */
const OF_TWO = /^(?:date|time|timestamp|datetime)_?(?:trunc|part|name)$|^(?:extract|last_day)$/i;
const OF_THREE = /^(?:date|time|timestamp|datetime)_?(?:add|sub|diff|bucket)$/i;
const UNITS = words(
  'year yyyy yy quarter qq month mm isoweek week wk ww day dd dayofyear dayofweek dow doy weekday hour hh minute mi second ss ' +
    'millisecond ms microsecond nanosecond epoch decade century years quarters months weeks days hours minutes seconds',
);

/** True for the unit of a date function that stands first or last in its arguments, without quotes, like a column. */
export function isUnit(called: string, name: string, { at, of }: { at: number; of: number }): boolean {
  const mayHave = (of === 2 && OF_TWO.test(called)) || (of === 3 && OF_THREE.test(called));
  return mayHave && (at === 0 || at === of - 1) && UNITS.has(name.toLowerCase());
}

const TYPES = words(
  'int integer bigint smallint tinyint float real double decimal numeric date datetime time timestamp char varchar nchar nvarchar ' +
    'text bool boolean bit signed unsigned binary varbinary json',
);

/** True for the type in `CONVERT(type, value)` and `CONVERT(value, type)`. */
export const isTypeOfConvert = (called: string, name: string): boolean =>
  called.toLowerCase() === 'convert' && TYPES.has(name.toLowerCase());

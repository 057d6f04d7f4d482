import { DIALECTS, type Dialect } from '../../../src/lineage/dialect.ts';
import { BIGQUERY } from './bigquery.ts';
import type { Corpus, CorpusCase } from './case.ts';
import { BY_DIALECT } from './dialects.ts';
import { COMMON } from './generic.ts';
import { HARDER } from './harder.ts';
import { MODE_QUERIES } from './mode-queries.ts';
import { MYSQL_FAMILY } from './mysql-family.ts';
import { OTHER_WAREHOUSES } from './other-warehouses.ts';
import { POSTGRES_FAMILY } from './postgres-family.ts';
import { SNOWFLAKE } from './snowflake.ts';
import { SPARK_FAMILY } from './spark-family.ts';
import { TRINO_FAMILY } from './trino-family.ts';
import { TSQL } from './tsql.ts';

const WRITTEN: readonly Corpus[] = [
  BY_DIALECT,
  POSTGRES_FAMILY,
  SNOWFLAKE,
  BIGQUERY,
  TSQL,
  MYSQL_FAMILY,
  SPARK_FAMILY,
  TRINO_FAMILY,
  OTHER_WAREHOUSES,
  HARDER,
  MODE_QUERIES,
];

/** Every case of the corpus once, with its dialect; what all dialects read alike counts as `generic`. */
export const CORPUS: readonly (CorpusCase & { readonly dialect: Dialect })[] = [
  ...COMMON.map((one) => ({ ...one, dialect: 'generic' as const })),
  ...DIALECTS.flatMap((dialect) =>
    WRITTEN.flatMap((corpus) => (corpus[dialect] ?? []).map((one) => ({ ...one, dialect }))),
  ),
];

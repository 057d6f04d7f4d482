import type { Dialect } from '../dialect.ts';

/** How a dialect writes strings, quoted names and comments: all that its lexer has to know. */
export interface LexicalRules {
  readonly doubleQuoted: 'name' | 'string';
  /** `[name]`. */
  readonly bracketNames: boolean;
  /** A backslash escapes the next character of every string. */
  readonly backslash: boolean;
  /** `#` starts a comment. */
  readonly hashComments: boolean;
  /** `//` starts a comment. */
  readonly slashComments: boolean;
  /** `--` starts a comment only before a blank, so that `5--1` is arithmetic. */
  readonly dashNeedsBlank: boolean;
  readonly nestedComments: boolean;
  /** `$$text$$`, and with a tag `$tag$text$tag$`. */
  readonly dollarStrings: 'none' | 'plain' | 'tagged';
  /** `'''text'''`. */
  readonly tripleQuotes: boolean;
  /** `q'[text]'`. */
  readonly alternativeQuotes: boolean;
  /** `#name`: a temporary table. */
  readonly hashNames: boolean;
  /** `#` may stand inside a name: `sys.x#y`. */
  readonly hashInNames: boolean;
  /** `@` is an operator (a link to another database), not the first character of a variable. */
  readonly atOperator: boolean;
}

const STANDARD: LexicalRules = {
  doubleQuoted: 'name',
  bracketNames: false,
  backslash: false,
  hashComments: false,
  slashComments: false,
  dashNeedsBlank: false,
  nestedComments: false,
  dollarStrings: 'none',
  tripleQuotes: false,
  alternativeQuotes: false,
  hashNames: false,
  hashInNames: false,
  atOperator: false,
};

const MYSQL: Partial<LexicalRules> = {
  doubleQuoted: 'string',
  backslash: true,
  hashComments: true,
  dashNeedsBlank: true,
};
const HIVE: Partial<LexicalRules> = { doubleQuoted: 'string', backslash: true };
const SPARK: Partial<LexicalRules> = { ...HIVE, nestedComments: true };

const SPECIAL: Readonly<Partial<Record<Dialect, Partial<LexicalRules>>>> = {
  postgres: { nestedComments: true, dollarStrings: 'tagged' },
  redshift: { nestedComments: true, dollarStrings: 'tagged', backslash: true, hashNames: true },
  vertica: { dollarStrings: 'tagged' },
  snowflake: { backslash: true, slashComments: true, dollarStrings: 'plain' },
  bigquery: { doubleQuoted: 'string', backslash: true, hashComments: true, tripleQuotes: true },
  mysql: MYSQL,
  singlestore: MYSQL,
  tsql: { bracketNames: true, nestedComments: true, hashNames: true, hashInNames: true },
  databricks: SPARK,
  spark: SPARK,
  hive: HIVE,
  impala: HIVE,
  teradata: { hashInNames: true },
  oracle: { alternativeQuotes: true, atOperator: true, hashInNames: true },
  db2: { nestedComments: true, hashInNames: true },
  clickhouse: { backslash: true, nestedComments: true, dollarStrings: 'tagged' },
  generic: { dollarStrings: 'tagged', hashNames: true },
};

export const lexicalRules = (dialect: Dialect): LexicalRules => ({ ...STANDARD, ...SPECIAL[dialect] });

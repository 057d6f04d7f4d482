import type { Token } from '../../sql/token.ts';
import { afterGroup, drop, isName, isSymbol, type Rule, upper } from './rule.ts';

/** DB2's isolation at the end of a query: `WITH UR`. */
export const isolation: Rule = (tokens, index) => {
  const ends = tokens[index + 2] === undefined || isSymbol(tokens[index + 2], ')');
  return ends && /^(?:UR|CS|RS|RR)$/.test(upper(tokens, index + 1)) ? drop(index + 2) : null;
};

/** DB2's `FOR READ ONLY` and `FOR FETCH ONLY`. */
export const readOnly: Rule = (tokens, index) =>
  /^(?:READ|FETCH)$/.test(upper(tokens, index + 1)) && upper(tokens, index + 2) === 'ONLY'
    ? drop(index + 3)
    : null;

/** DB2's `OPTIMIZE FOR 10 ROWS`. */
export const optimizeFor: Rule = (tokens, index) =>
  index > 0 && upper(tokens, index + 1) === 'FOR' ? drop(index + 4) : null;

/** `TABLESAMPLE method (10 PERCENT) REPEATABLE (1)`. */
export const tableSample: Rule = (tokens, index) => {
  const opening = isSymbol(tokens[index + 1], '(') ? index + 1 : index + 2;
  const next = afterGroup(tokens, opening);
  if (next === null) return null;
  const again = /^(?:REPEATABLE|SEED)$/.test(upper(tokens, next)) ? afterGroup(tokens, next + 1) : null;
  return drop(again ?? next);
};

/** Snowflake's time travel behind an alias: `orders o AT (OFFSET => -60)`. */
export const timeTravel: Rule = (tokens, index) => {
  const to = /^(?:TIMESTAMP|OFFSET|STATEMENT|STREAM)$/.test(upper(tokens, index + 2));
  const next = to ? afterGroup(tokens, index + 1) : null;
  return next === null ? null : drop(next);
};

/** Oracle's `AS OF TIMESTAMP x - y`, and `FOR SYSTEM_TIME AS OF x` of BigQuery. */
export const asOf: Rule = (tokens, index) => {
  let at = index;
  if (upper(tokens, at) === 'FOR') {
    if (!/^(?:SYSTEM_TIME|SYSTEM|TIMESTAMP|VERSION)$/.test(upper(tokens, at + 1))) return null;
    at += 2;
  }
  if (upper(tokens, at) !== 'AS' || upper(tokens, at + 1) !== 'OF') return null;
  at += 2;
  if (/^(?:TIMESTAMP|SCN)$/.test(upper(tokens, at)) && tokens[at + 1]?.kind !== 'symbol') at += 1;
  let next = afterOperand(tokens, at);
  while (next > at && (isSymbol(tokens[next], '-') || isSymbol(tokens[next], '+'))) {
    at = next + 1;
    next = afterOperand(tokens, at);
  }
  return next > at ? drop(next) : null;
};

/** The index after one operand: a group, a call, a value with its type before or its unit after. */
function afterOperand(tokens: readonly Token[], index: number): number {
  const group = afterGroup(tokens, index);
  if (group !== null) return group;
  let at = index;
  const prefixed = /^(?:INTERVAL|TIMESTAMP|DATE)$/.test(upper(tokens, at)) && !isSymbol(tokens[at + 1], '(');
  if (prefixed) at += 1;
  const isValue = isName(tokens[at]) || /^(?:string|number|variable)$/.test(tokens[at]?.kind ?? '');
  if (!isValue) return index;
  at = afterGroup(tokens, at + 1) ?? at + 1;
  return prefixed && UNITS.has(upper(tokens, at)) ? at + 1 : at;
}

const UNITS = new Set('SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR'.split(' '));

/** Vertica's `LIMIT 1 OVER (PARTITION BY …)`. */
export const limitOver: Rule = (tokens, index) => {
  const limits = upper(tokens, index - 2) === 'LIMIT';
  const next = limits ? afterGroup(tokens, index + 1) : null;
  return next === null ? null : drop(next);
};

/** Vertica's `f(x USING PARAMETERS a = 1)`. */
export const usingParameters: Rule = (tokens, index) => {
  if (upper(tokens, index + 1) !== 'PARAMETERS') return null;
  let at = index + 2;
  while (at < tokens.length && !isSymbol(tokens[at], ')')) at = afterGroup(tokens, at) ?? at + 1;
  return drop(at);
};

/** Vertica's `ON a.ts INTERPOLATE PREVIOUS VALUE b.ts`. */
export const interpolate: Rule = (tokens, index) =>
  upper(tokens, index + 2) === 'VALUE' ? { next: index + 3, text: '=' } : null;

/** Vertica's `AT EPOCH LATEST SELECT …`. */
export const atEpoch: Rule = (tokens, index) =>
  index === 0 && /^(?:EPOCH|TIME)$/.test(upper(tokens, 1)) ? drop(index + 3) : null;

/** Oracle's `t PARTITION (p)`, `t PARTITION FOR (x)` and the partitioned outer join `t PARTITION BY (a)`; not a window's. */
export const partition: Rule = (tokens, index) => {
  const before = tokens[index - 1];
  if (!isName(before) && !isSymbol(before, ')')) return null;
  if (before?.upper === 'MODEL' || before?.upper === 'ROWS') return null;
  const opening = /^(?:FOR|BY)$/.test(upper(tokens, index + 1)) ? index + 2 : index + 1;
  const next = afterGroup(tokens, opening);
  return next === null ? null : drop(next);
};

/** Oracle's `t VERSIONS BETWEEN SCN x AND y`. */
export const versions: Rule = (tokens, index) => {
  if (upper(tokens, index + 1) !== 'BETWEEN') return null;
  const first = afterOperand(tokens, index + 3);
  const last = upper(tokens, first) === 'AND' ? afterOperand(tokens, first + 1) : first;
  return last > first ? drop(last) : null;
};

/** `SEARCH DEPTH FIRST BY id SET o` and `CYCLE id SET c TO 1 DEFAULT 0` behind a common table expression. */
export const searchOrCycle: Rule = (tokens, index) => {
  if (!isSymbol(tokens[index - 1], ')') && upper(tokens, index - 2) !== 'SET') return null;
  let at = index + 1;
  while (at < tokens.length && upper(tokens, at) !== 'SET') at += 1;
  if (!isName(tokens[at + 1])) return null;
  at += 2;
  while (/^(?:TO|DEFAULT|USING)$/.test(upper(tokens, at))) at += 2;
  return drop(at);
};

/** T-SQL's `FOR JSON AUTO, INCLUDE_NULL_VALUES` and `FOR XML PATH('')`. */
export const forJson: Rule = (tokens, index) => {
  if (!/^(?:JSON|XML|BROWSE)$/.test(upper(tokens, index + 1))) return null;
  let at = index + 2;
  while (at < tokens.length && !isSymbol(tokens[at], ')') && upper(tokens, at) !== 'OPTION')
    at = afterGroup(tokens, at) ?? at + 1;
  return drop(at);
};

/** Delta's `orders@v12` and `orders@20240101000000000`. */
export const tableVersion: Rule = (tokens, index) =>
  isName(tokens[index - 1]) && tokens[index - 1]?.end === tokens[index]?.start ? drop(index + 1) : null;

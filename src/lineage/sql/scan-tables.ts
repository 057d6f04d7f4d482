import { nameKey } from '../chain/name-key.ts';
import type { Dialect } from '../dialect.ts';
import type { TableName } from '../sources.ts';
import { closingBrackets, onSymbol } from './brackets.ts';
import { isVisible, openFrame } from './frame.ts';
import { BEGINS_STATEMENT, HAS_ARRAY_PATHS } from './keywords.ts';
import { onWord } from './on-word.ts';
import { onRelation, onTarget } from './relation.ts';
import { INTO_TABLE, type Scan, type Target } from './scan.ts';
import type { Token } from './token.ts';
import { valueNames } from './value-names.ts';
import { insideWithList } from './with-list.ts';

export interface StatementTables {
  readonly reads: readonly TableName[];
  readonly targets: readonly Target[];
  readonly unnamed: Scan['unnamed'];
  /** False when the tokens are not a statement. */
  readonly understood: boolean;
}

/**
 * The tables that one statement reads and writes, from its tokens alone (comments left out). It knows where a relation
 * may stand, not the whole grammar: no SQL, however odd, makes it fail.
 */
export function scanTables(tokens: readonly Token[], dialect: Dialect): StatementTables {
  const root = openFrame(null, { bracket: '' });
  const scan: Scan = {
    tokens,
    dialect,
    closing: closingBrackets(tokens),
    valueNames: dialect === 'clickhouse' ? valueNames(tokens) : new Set(),
    reads: [],
    targets: [],
    unnamed: [],
    changed: new Set(),
    frame: root,
    verb: '',
    writes: INTO_TABLE,
    calls: false,
    stopped: false,
  };
  for (let index = 0; index < tokens.length && !scan.stopped; ) index = step(scan, index);
  const firstWord = tokens.find((token) => token.upper !== '')?.upper ?? '';
  return {
    reads: scan.reads
      .filter((read) => !isArrayPath(scan, read) && !isChanged(scan, read, root) && !isItself(scan, read))
      .map(({ name }) => name),
    targets: scan.targets,
    unnamed: scan.unnamed,
    understood: BEGINS_STATEMENT.has(firstWord) || root.query,
  };
}

function step(scan: Scan, index: number): number {
  const { frame } = scan;
  const token = scan.tokens[index];
  if (token?.kind === 'symbol') return onSymbol(scan, index);
  const first = !frame.begun;
  frame.begun = true;
  const listed = frame.list === null ? null : insideWithList(scan, index);
  if (listed !== null) return listed;
  if (frame.expects !== 'nothing') {
    const next = frame.expects === 'relation' ? onRelation(scan, index) : onTarget(scan, index);
    if (next !== null) return next;
  }
  return token?.upper === '' ? index + 1 : onWord(scan, index, first);
}

const isPathInQuotes = (token: Token | undefined): boolean =>
  token?.kind === 'name' && token.text.includes('.');

type Read = Scan['reads'][number];

/** `FROM orders o, o.items`: an array in a row of a relation that is in sight, not a table. */
const isArrayPath = (scan: Scan, read: Read): boolean =>
  read.head !== null &&
  HAS_ARRAY_PATHS.has(scan.dialect) &&
  // A path in one pair of backticks is a table's.
  !(scan.dialect === 'bigquery' && isPathInQuotes(scan.tokens[read.at - 1])) &&
  isVisible(read.visible, read.head.toLowerCase(), read.at);

/** `CREATE RECURSIVE VIEW v (…) AS … FROM v`: the view reads what it made so far. */
const isItself = ({ targets, writes }: Scan, { name }: Read): boolean =>
  writes.recursive && targets.some((target) => nameKey(target.name) === nameKey(name));

/** `UPDATE o SET … FROM orders o`: the table that is written stands in its own FROM. */
const isChanged = (scan: Scan, read: Read, root: Scan['frame']): boolean =>
  read.visible === root.visible && scan.changed.has(read.alias);

import type { Dialect } from '../dialect.ts';
import { UNKNOWN_NAME } from '../liquid/unknown.ts';
import type { TableName } from '../sources.ts';
import { type Frame, isCte, type Visible } from './frame.ts';
import { NOT_AN_ALIAS } from './keywords.ts';
import { isNoTable } from './no-table.ts';
import { type DottedName, toTableName } from './table-name.ts';
import type { Token } from './token.ts';

/** A table that a statement writes; `creates` when the script makes it, so that reading it is not reading the catalog. */
export interface Target {
  readonly name: TableName;
  readonly creates: boolean;
  readonly temporary: boolean;
}

/** How the next target is written; a recursive view also reads itself. */
export interface Writes {
  readonly creates: boolean;
  readonly temporary: boolean;
  readonly recursive: boolean;
}

/** Rows go into a table that is there. */
export const INTO_TABLE: Writes = { creates: false, temporary: false, recursive: false };

interface Read {
  readonly name: TableName;
  /** The first part as written, when there are several. */
  readonly head: string | null;
  readonly visible: Visible;
  /** The index of the token that follows its name. */
  readonly at: number;
  alias: string;
}

/** The state of reading one statement. */
export interface Scan {
  readonly tokens: readonly Token[];
  readonly dialect: Dialect;
  /** For every opening bracket the index of the closing one; -1 when there is none. */
  readonly closing: Int32Array;
  /** Names of values, in lower case, in a dialect in which a bare name after IN may be a table. */
  readonly valueNames: ReadonlySet<string>;
  readonly reads: Read[];
  readonly targets: Target[];
  /** Relations whose name a Liquid parameter without a value is a part of, and the token that ends it. */
  readonly unnamed: { readonly name: TableName; readonly at: number }[];
  /** Aliases of tables that UPDATE or DELETE changes, to be found again in its FROM. */
  readonly changed: Set<string>;
  frame: Frame;
  verb: string;
  /** What the next target is. */
  writes: Writes;
  /** True when the next bracket holds the arguments of a function that is a relation. */
  calls: boolean;
  stopped: boolean;
}

/** Notes the relation that stands at the frame's FROM; its alias, if any, begins at `index`. Returns the index after it. */
export function addRead(scan: Scan, dotted: Pick<DottedName, 'parts' | 'link'>, index: number): number {
  const { frame } = scan;
  const name = toTableName(dotted, scan.dialect);
  if (name === null) return readAlias(scan, index, null, -1);
  const [head = null] = dotted.parts;
  const own = name.table.toLowerCase();
  const single = dotted.parts.length === 1 && dotted.link === null;
  if (dotted.parts.some((part) => part?.includes(UNKNOWN_NAME))) scan.unnamed.push({ name, at: index - 1 });
  if ((single && isCte(frame.scope, own)) || isNoTable(name, scan.dialect)) {
    return readAlias(scan, index, own, -1);
  }
  const number = scan.reads.length;
  const read: Read = { name, head: single ? null : head, visible: frame.visible, at: index, alias: own };
  scan.reads.push(read);
  return readAlias(scan, index, own, number);
}

/** Reads `[AS] alias` at `index` and brings it, or else `own`, into sight. Returns the index after it. */
export function readAlias(scan: Scan, index: number, own: string | null, number: number): number {
  const after = scan.tokens[index];
  const at = after?.upper === 'AS' ? index + 1 : index;
  const token = scan.tokens[at];
  const isAlias =
    token !== undefined &&
    (token.kind === 'name' || (token.kind === 'word' && !NOT_AN_ALIAS.has(token.upper))) &&
    !(at > index && token.upper === 'OF');
  const alias = isAlias ? token.text.toLowerCase() : own;
  if (alias !== null) {
    const { names } = scan.frame.visible;
    if (!names.has(alias)) names.set(alias, index);
    const read = scan.reads[number];
    if (read !== undefined) read.alias = alias;
  }
  return isAlias ? at + 1 : index;
}

export function beginRelation({ frame }: Scan): void {
  frame.inFrom = true;
  frame.expects = 'relation';
}

export function endFrom({ frame }: Scan): void {
  frame.inFrom = false;
  frame.expects = 'nothing';
}

export function expectTarget(scan: Scan, writes: Writes): void {
  scan.writes = writes;
  scan.frame.expects = 'target';
}

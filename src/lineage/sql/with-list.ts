import { newVisible } from './frame.ts';
import { BEGINS_NO_LIST } from './keywords.ts';
import { beginRelation, endFrom, type Scan } from './scan.ts';
import { isName } from './token.ts';

const AFTER_LIST = new Set('SELECT SEL INSERT UPDATE DELETE MERGE FROM VALUES WITH TABLE REPLACE'.split(' '));

/** Begins a list of common table expressions when the WITH at `index` is one; null when it means something else. */
export function beginWithList(scan: Scan, index: number): number | null {
  const { frame, tokens } = scan;
  const recursive = tokens[index + 1]?.upper === 'RECURSIVE';
  const first = recursive ? index + 2 : index + 1;
  if (bodyAt(scan, first) === null && !recursive && !beginsWithValue(scan, first)) return null;
  frame.scope = { names: new Set(), around: frame.scope };
  frame.list = { at: 'name', recursive };
  return first;
}

/** ClickHouse's `WITH 1 AS one, (SELECT max(d) FROM t) AS latest SELECT …`; `WITH XMLNAMESPACES (…), c AS (…)`. */
function beginsWithValue({ dialect, tokens }: Scan, index: number): boolean {
  const word = tokens[index]?.upper ?? '';
  if (word === 'XMLNAMESPACES') return isOpening(tokens[index + 1]);
  return dialect === 'clickhouse' && !BEGINS_NO_LIST.has(word);
}

/** Oracle's functions in a WITH end with a semicolon; the list may go on behind it. */
export function behindDeclaration(scan: Scan, index: number): void {
  const { frame } = scan;
  endFrom(scan);
  frame.query = false;
  frame.visible = newVisible(null, false);
  if (bodyAt(scan, index) === null) return;
  frame.scope = { names: new Set(), around: frame.scope };
  frame.list = { at: 'name', recursive: false };
}

/** A word or name inside a WITH list. Null when it is to be read as in any other place. */
export function insideWithList(scan: Scan, index: number): number | null {
  const { frame, tokens } = scan;
  const { list } = frame;
  const token = tokens[index];
  if (list === null || token === undefined) return null;
  if (list.at === 'name') {
    const body = bodyAt(scan, index);
    if (body !== null) {
      frame.list = { at: 'body', recursive: list.recursive, cte: token.text.toLowerCase() };
      return body;
    }
    frame.list = { at: 'expression', recursive: list.recursive };
  }
  if (AFTER_LIST.has(token.upper)) {
    frame.list = null;
    // WITH q AS (…) FROM q SELECT …: this FROM begins the query.
    if (token.upper === 'FROM') frame.query = true;
    // WITH q AS (…) TABLE q
    if (token.upper === 'TABLE' && isName(tokens[index + 1])) {
      beginRelation(scan);
      return index + 1;
    }
    return null;
  }
  return index + 1;
}

/** The index of the bracket that opens the body of the expression named at `index`: `name [(columns)] AS (`. */
function bodyAt({ tokens, closing }: Scan, index: number): number | null {
  if (!isName(tokens[index])) return null;
  let at = index + 1;
  if (isOpening(tokens[at])) at = (closing[at] ?? -1) + 1;
  if (at === 0 || tokens[at]?.upper !== 'AS') return null;
  at += 1;
  if (tokens[at]?.upper === 'NOT') at += 1;
  if (tokens[at]?.upper === 'MATERIALIZED') at += 1;
  return isOpening(tokens[at]) ? at : null;
}

const isOpening = (token: Scan['tokens'][number] | undefined): boolean =>
  token?.kind === 'symbol' && token.text === '(';

import { type Frame, openFrame } from './frame.ts';
import { RESERVED } from './keywords.ts';
import { addRead, readAlias, type Scan } from './scan.ts';
import type { Token } from './token.ts';
import { behindDeclaration } from './with-list.ts';

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The closing bracket of every opening one. */
export function closingBrackets(tokens: readonly Token[]): Int32Array {
  const closing = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'symbol') continue;
    if (text === '(') open.push(index);
    else if (text === ')') {
      const start = open.pop();
      if (start !== undefined) closing[start] = index;
    }
  }
  return closing;
}

/** A symbol in the statement: brackets make frames, commas carry lists on. */
export function onSymbol(scan: Scan, index: number): number {
  const { frame, tokens } = scan;
  const text = tokens[index]?.text ?? '';
  // BigQuery's JOIN@{join_method=hash_join}
  if (text === '@' && tokens[index + 1]?.text === '{') return behindHint(tokens, index);
  if (text === '(' || text === '[' || text === '{') return open(scan, index, text);
  if (text in CLOSES) return close(scan, index, text);
  if (text === ',') {
    if (frame.list?.at === 'expression' || frame.list?.at === 'end') {
      frame.list = { at: 'name', recursive: frame.list.recursive };
    } else if (frame.inFrom) frame.expects = 'relation';
    return index + 1;
  }
  // BigQuery's pipe ends whatever came before it.
  if (text === '|' && tokens[index + 1]?.text === '>') frame.inFrom = false;
  if (text === ';') behindDeclaration(scan, index + 1);
  if (frame.expects === 'relation') frame.expects = 'nothing';
  return index + 1;
}

function behindHint(tokens: readonly Token[], index: number): number {
  const end = tokens.findIndex(({ kind, text }, at) => at > index && kind === 'symbol' && text === '}');
  return end < 0 ? index + 1 : end + 1;
}

function open(scan: Scan, index: number, bracket: string): number {
  const { frame, tokens } = scan;
  if (bracket === '[' && frame.expects === 'relation' && scan.dialect === 'bigquery') {
    return legacyName(scan, index);
  }
  // What never ends is read as if it had not begun: the tables after it still count.
  if (bracket === '(' && scan.closing[index] === -1) return index + 1;
  scan.frame = innerFrame(scan, frame, bracket, tokens[index - 1]);
  scan.calls = false;
  // Impala's hint stands before the relation: JOIN [SHUFFLE] orders.
  if (frame.expects === 'relation' && bracket !== '[') frame.expects = 'nothing';
  return index + 1;
}

function innerFrame(scan: Scan, frame: Frame, bracket: string, previous: Token | undefined): Frame {
  const { list } = frame;
  if (list?.at === 'body') {
    const body = openFrame(frame, { bracket, cte: list.cte });
    if (list.recursive) body.scope.names.add(list.cte);
    return body;
  }
  if (list?.at === 'name') frame.list = { at: 'expression', recursive: list.recursive };
  if (frame.expects === 'relation') return openFrame(frame, { bracket, relation: bracket !== '[' });
  const call = previous === undefined ? null : calledBy(previous);
  // `f(TABLE(orders))` hands the table itself to a table function.
  const relation = call === 'TABLE' && frame.call !== null;
  return openFrame(frame, { bracket, call, relation, aliased: scan.calls });
}

const calledBy = (previous: Token): string | null => {
  if (previous.kind === 'name') return previous.text.toUpperCase();
  return previous.kind === 'word' && !RESERVED.has(previous.upper) ? previous.upper : null;
};

/** A closing bracket that closes nothing is passed over. */
function close(scan: Scan, index: number, bracket: string): number {
  const wanted = CLOSES[bracket] ?? '';
  let closed = scan.frame;
  if (closed.bracket !== wanted && closed.around?.bracket === wanted) closed = closed.around;
  if (closed.bracket !== wanted || closed.around === null) return index + 1;
  const outer = closed.around;
  scan.frame = outer;
  if (closed.cte !== null) {
    outer.scope.names.add(closed.cte);
    outer.list = { at: 'end', recursive: outer.list?.recursive ?? false };
    return index + 1;
  }
  return closed.aliased ? readAlias(scan, index + 1, null, -1) : index + 1;
}

/** BigQuery's legacy SQL writes `[project:dataset.table]`. */
function legacyName(scan: Scan, index: number): number {
  scan.frame.expects = 'nothing';
  const parts: string[] = [];
  let part = '';
  let at = index + 1;
  for (; at < scan.tokens.length && scan.tokens[at]?.text !== ']'; at += 1) {
    const text = scan.tokens[at]?.text ?? '';
    if (text === '.' || text === ':') {
      parts.push(part);
      part = '';
    } else part += text;
  }
  return addRead(scan, { parts: [...parts, part], link: null }, at + 1);
}

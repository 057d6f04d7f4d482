import { endFrom, expectTarget, INTO_TABLE, type Scan } from './scan.ts';

/** A verb that writes: notes what, and lets the query that it reads from be read like any other. */
export function onVerb(scan: Scan, index: number, starts: boolean): number {
  const { frame, tokens } = scan;
  const word = tokens[index]?.upper ?? '';
  const next = tokens[index + 1];
  if (word === 'CREATE' || word === 'CACHE' || word === 'DECLARE' || next?.upper === 'VIEW') {
    return starts ? onCreate(scan, index) : index + 1;
  }
  if (word === 'INSERT' || word === 'REPLACE') {
    const plainly = next?.upper === 'INTO' || next?.upper === 'OVERWRITE';
    if (next?.text === '(' || tokens[index - 1]?.upper === 'THEN' || !(starts || plainly)) return index + 1;
    endFrom(scan);
    expectTarget(scan, INTO_TABLE);
    return index + 1;
  }
  if (!starts) return index + 1;
  scan.verb = word;
  frame.query = true;
  expectTarget(scan, INTO_TABLE);
  return index + 1;
}

/** CREATE … TABLE or VIEW. Of other things that are created, a function may hold a query, which is read like any other. */
function onCreate(scan: Scan, index: number): number {
  let [temporary, recursive] = [false, false];
  for (let at = index + 1; at < index + 8; at += 1) {
    const word = scan.tokens[at]?.upper ?? '';
    if (/^(?:TEMP|TEMPORARY|VOLATILE)$/.test(word)) temporary = true;
    if (word === 'RECURSIVE') recursive = true;
    // CREATE STREAM s ON TABLE t makes no t.
    if (word === 'ON') break;
    if (word !== 'TABLE' && word !== 'VIEW') continue;
    expectTarget(scan, { creates: true, temporary, recursive });
    return at + 1;
  }
  return index + 1;
}

import { isDeepStrictEqual } from 'node:util';
import { child, each, expressions, identifier, list, part } from '../ast/node.ts';
import type { RawParse } from './create-parser.ts';

const KNOWN = 'SELECT a, x.b AS c FROM s.t AS x WHERE a = 1';

/** True when the parser sees in a known statement what everybody sees. An upgrade that changes the tree fails here. */
export function passesSelfTest(parse: RawParse): boolean {
  const result = parse(KNOWN, 'postgresql');
  const [statement, ...more] = result.success ? each(result.ast) : [];
  if (statement?.kind !== 'select' || more.length > 0) return false;
  const [first, second] = expressions(statement.body, 'expressions');
  const [from] = each(list(part(statement.body, 'from'), 'expressions'));
  if (first === undefined || second === undefined || from === undefined) return false;
  const inner = child(second.body, 'this');
  const seen = {
    first: [first.kind, identifier(first.body.name)],
    second: [second.kind, identifier(second.body.alias)],
    inner: [inner?.kind, identifier(inner?.body.table), identifier(inner?.body.name)],
    from: [from.kind, ...['schema', 'name', 'alias'].map((key) => identifier(from.body[key]))],
  };
  return isDeepStrictEqual(seen, {
    first: ['column', 'a'],
    second: ['alias', 'c'],
    inner: ['column', 'x', 'b'],
    from: ['table', 's', 't', 'x'],
  });
}

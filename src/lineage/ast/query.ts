import type { AstNode } from '../parser/sql-parser.ts';
import { child, type Expression, expression, flag, identifier, identifiers, list, part } from './node.ts';

const SET_OPERATIONS: ReadonlySet<string> = new Set(['union', 'intersect', 'except']);

export const isSetOperation = (kind: string): boolean => SET_OPERATIONS.has(kind);

/**
 * The branches of a chain of set operations, from the left, and the operation that joins each to those before it. The
 * tree leans to the left by one level for each branch: it is walked in a loop, so that no chain is too long.
 */
export function branchesOf(operation: Expression): {
  readonly first: Expression | null;
  readonly rest: readonly { readonly by: Expression; readonly branch: Expression }[];
} {
  const rest: { by: Expression; branch: Expression }[] = [];
  let at: Expression | null = operation;
  while (at !== null && isSetOperation(at.kind)) {
    const branch = child(at.body, 'right');
    if (branch !== null) rest.push({ by: at, branch });
    // A WITH list of an inner operation belongs to that operation alone.
    const left: Expression | null = child(at.body, 'left');
    if (left !== null && isSetOperation(left.kind) && ctesOf(left.body).length > 0)
      return { first: left, rest: rest.reverse() };
    at = left;
  }
  return { first: at, rest: rest.reverse() };
}

/** One entry of a WITH list. */
export interface Cte {
  readonly name: string;
  readonly columns: readonly string[];
  readonly body: Expression;
  readonly recursive: boolean;
  /** ClickHouse's `WITH expression AS name`: a value, no relation. */
  readonly isValue: boolean;
}

/** The WITH list of a statement or query, wherever its kind keeps it. */
export function ctesOf(body: AstNode): readonly Cte[] {
  const held = body.with ?? body.with_cte ?? body.with_;
  const wrapped = expression(held);
  const withList = wrapped?.kind === 'with' ? wrapped.body : held;
  if (typeof withList !== 'object' || withList === null) return [];
  const node = part({ list: withList }, 'list');
  const recursive = flag(node, 'recursive');
  return list(node, 'ctes').flatMap((one) => {
    const cte = part({ one }, 'one');
    const name = identifier(cte.alias);
    const query = child(cte, 'this');
    if (name === null || query === null) return [];
    return [
      {
        name,
        columns: identifiers(cte, 'columns'),
        body: query,
        recursive,
        isValue: !flag(cte, 'alias_first'),
      },
    ];
  });
}

/** The table of PostgreSQL's `TABLE t`, which the tree holds as a column named `table` with the alias `t`. */
export function tableCommand({ kind, body }: Expression): AstNode | null {
  if (kind !== 'alias') return null;
  const named = child(body, 'this');
  const isTable = named?.kind === 'column' && identifier(named.body.name)?.toLowerCase() === 'table';
  return isTable ? { name: body.alias } : null;
}

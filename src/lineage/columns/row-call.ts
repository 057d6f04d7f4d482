import { child, type Expression, each, expressions, identifier, list, text } from '../ast/node.ts';
import { type Calling, callingOf } from './calling.ts';

/** A call that stands as a relation, and what stands around it. */
export interface RowCall {
  readonly call: Expression;
  readonly called: Calling;
  /** True when a last column numbers the rows. */
  readonly counted: boolean;
  /** Columns that the call itself defines. */
  readonly defined: readonly string[];
}

/** Looks through LATERAL, `TABLE(…)` and `WITH ORDINALITY` for the call. */
export function rowCall(relation: Expression, calling: Calling): RowCall {
  let at = relation;
  let called = calling;
  for (;;) {
    const isTable = at.kind === 'function' && text(at.body, 'name')?.toLowerCase() === 'table';
    const inner: Expression | null =
      at.kind === 'lateral' || at.kind === 'alias'
        ? child(at.body, 'this')
        : isTable || at.kind === 'tuple'
          ? (expressions(at.body, isTable ? 'args' : 'expressions')[0] ?? null)
          : null;
    if (inner === null || inner.kind === 'literal') break;
    if (at.kind === 'tuple') called = callingOfTuple(at, called);
    at = inner;
    called = callingOf(at.body, called);
  }
  const ordinality = / with ordinality$/i.test(text(at.body, 'name') ?? '');
  return {
    call: at,
    called,
    counted: ordinality || at.body.with_ordinality === true,
    defined: definedColumns(at),
  };
}

/** PostgreSQL's `f() AS r (a int, b text)`, which the tree holds as a pair. */
function callingOfTuple({ body }: Expression, outer: Calling): Calling {
  const alias = expressions(body, 'expressions').find(({ kind }) => kind === 'table_alias');
  if (alias === undefined) return outer;
  const columns = expressions(alias.body, 'columns').map((one) => identifier(one.body.name));
  return {
    name: outer.name ?? identifier(alias.body.this),
    columns: columns.filter((name) => name !== null),
  };
}

/** The columns of `OPENJSON … WITH (…)`, `JSON_TABLE (… COLUMNS …)`, `XMLTABLE (… COLUMNS …)`. */
function definedColumns({ kind, body }: Expression): readonly string[] {
  const schema = child(body, 'schema')?.body ?? {};
  const key = { open_j_s_o_n: 'expressions', x_m_l_table: 'columns' }[kind];
  const definitions =
    kind === 'j_s_o_n_table' ? list(schema, 'expressions') : key === undefined ? [] : list(body, key);
  return each(definitions).flatMap(({ body: column }) => {
    const nested = child(column, 'nested_schema');
    const name = identifier(column.this) ?? identifier(column.name);
    return nested === null
      ? (name ?? [])
      : definedColumns({ kind: 'j_s_o_n_table', body: { schema: { s: nested.body } } });
  });
}

/** The function's name; for a call that the tree has a kind of its own for, that kind. */
export const nameOfCall = ({ kind, body }: Expression): string =>
  ((kind === 'function' ? text(body, 'name') : null) ?? kind).replace(/ with ordinality$/i, '');

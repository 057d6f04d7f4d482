import type { Expression } from '../ast/node.ts';
import type { Dialect } from '../dialect.ts';
import type { TableName } from '../sources.ts';
import type { Calling } from './calling.ts';
import type { ColumnCatalog } from './column-catalog.ts';
import type { Origins } from './origins.ts';
import type { Scope } from './scope.ts';
import type { Shape } from './shape.ts';

/** The parts of the column engine that need each other: queries hold expressions, expressions hold queries. */
export interface Engine {
  readonly dialect: Dialect;
  readonly catalog: ColumnCatalog;
  /** The columns of a table or view that the script has made; null for every other one. */
  made(name: TableName): Shape | null;
  /** True for a variable that the script declares and that is written like a column. */
  isVariable(name: string): boolean;
  /** The columns of a query that stands in `scope`. */
  query(query: Expression, scope: Scope): Shape;
  /** Adds one relation of FROM to `scope`, and those in it when it is a join in brackets. */
  relation(relation: Expression, scope: Scope, outer: Calling): void;
  /** What an expression, or anything that holds some, is made from. */
  value(value: unknown, scope: Scope): Origins;
}

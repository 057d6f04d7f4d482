import { identifier, list, text } from '../ast/node.ts';
import type { AstNode } from '../parser/sql-parser.ts';

/** How a query calls a relation: `AS name (columns)`. */
export interface Calling {
  readonly name: string | null;
  readonly columns: readonly string[];
}

export const NO_CALLING: Calling = { name: null, columns: [] };

/** The alias in the body of a relation; what stands around the relation (`outer`) goes before it. */
export function callingOf(body: AstNode, outer: Calling): Calling {
  const columns = [...list(body, 'column_aliases'), ...list(body, 'alias_columns')]
    .map(identifier)
    .filter((name) => name !== null);
  return {
    name: outer.name ?? identifier(body.alias) ?? text(body, 'alias'),
    columns: outer.columns.length > 0 ? outer.columns : columns,
  };
}

export const pathOfAlias = ({ name }: Calling): readonly string[] => (name === null ? [] : [name]);

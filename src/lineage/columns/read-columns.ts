import { expression } from '../ast/node.ts';
import type { Dialect } from '../dialect.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { OutputColumn } from '../sources.ts';
import { addRelation } from './add-relation.ts';
import type { ColumnCatalog } from './column-catalog.ts';
import { declaredBy } from './declared-by.ts';
import type { Engine } from './engine.ts';
import { createMadeShapes } from './made-shapes.ts';
import { noteMade } from './note-made.ts';
import type { Origins } from './origins.ts';
import { queryShape } from './query-shape.ts';
import { givesRows, isUnknownResult } from './result-set.ts';
import { ROOT_SCOPE } from './scope.ts';
import { isHole, type Shape } from './shape.ts';
import { originsOfValue } from './value.ts';

export interface ColumnScript {
  /** The statements of one query that the parser could read, in order. */
  readonly statements: readonly AstNode[];
  readonly dialect: Dialect;
  readonly catalog: ColumnCatalog;
}

/**
 * The columns of the last result set of a script, which is the one that Mode shows, and the table columns that each is
 * made from. Null when the script has no result or nothing is known of it.
 *
 * An output is named as the SQL writes it, without quotes, or as the catalog has it when a star gives it; `output` is null
 * for an expression without a name. A source is spelt as the catalog spells it, or else as written. Names are compared
 * without their case. What a star of an unknown table gives is left out, and so is a source that could be one of several
 * tables': nothing is guessed. It never throws.
 */
export function readColumns({ statements, dialect, catalog }: ColumnScript): readonly OutputColumn[] | null {
  const made = createMadeShapes();
  const variables = new Set<string>();
  const engine: Engine = {
    dialect,
    catalog,
    made: (name) => made.get(name),
    isVariable: (name) => variables.has(name.toLowerCase()),
    query: (query, scope) => queryShape(engine, query, scope),
    relation: (relation, scope, outer) => addRelation(engine, relation, scope, outer),
    value: (value, scope) => originsOfValue(engine, value, scope),
  };
  let last: Shape | null = null;
  for (const node of statements) {
    const statement = expression(node);
    if (statement === null) continue;
    try {
      noteMade(engine, statement, made);
      for (const name of declaredBy(statement)) variables.add(name.toLowerCase());
      if (givesRows(statement)) last = queryShape(engine, statement, ROOT_SCOPE);
      else if (isUnknownResult(statement)) last = null;
    } catch (error) {
      // A tree too deep for the stack.
      if (!(error instanceof RangeError)) throw error;
      if (givesRows(statement)) last = null;
    }
  }
  return last === null ? null : outputsOf(last);
}

function outputsOf(shape: Shape): readonly OutputColumn[] | null {
  const outputs = shape.flatMap((item) =>
    isHole(item)
      ? []
      : {
          output: item.name,
          sources: sourcesOf(item.origins),
          ...(item.plain === true ? { plain: true } : {}),
        },
  );
  return outputs.length === 0 ? null : outputs;
}

/** Each column once, whether one or more relations of the query are the same table. */
function sourcesOf(origins: Origins): OutputColumn['sources'] {
  const byKey = new Map<string, OutputColumn['sources'][number]>();
  for (const { table, column } of origins) {
    const key = JSON.stringify([
      table.server ?? null,
      table.db,
      table.schema,
      table.table,
      column,
    ]).toLowerCase();
    if (!byKey.has(key)) byKey.set(key, { table, column });
  }
  return [...byKey.values()];
}

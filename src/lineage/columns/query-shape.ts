import { asNode, child, type Expression, expressions, identifiers, isNode, list } from '../ast/node.ts';
import { isSetOperation, tableCommand } from '../ast/query.ts';
import { NO_CALLING } from './calling.ts';
import type { Engine } from './engine.ts';
import { joined } from './origins.ts';
import { innerScope, type Scope } from './scope.ts';
import { selectShape } from './select.ts';
import { setOperationShape } from './set-operation.ts';
import type { Shape } from './shape.ts';
import { starItems } from './star-items.ts';
import { writtenShape } from './written-shape.ts';

/** The columns of a query of any kind; none for what is no query. */
export function queryShape(engine: Engine, query: Expression, scope: Scope): Shape {
  const { kind, body } = query;
  if (kind === 'select') return selectShape(engine, body, scope);
  if (isSetOperation(kind)) return setOperationShape(engine, query, scope);
  if (kind === 'values') return valuesShape(engine, query, scope);
  if (kind === 'insert' || kind === 'update' || kind === 'delete') return writtenShape(engine, query, scope);
  if (kind === 'subquery' || kind === 'paren' || kind === 'annotated') {
    const inner = child(body, 'this');
    return inner === null ? [] : queryShape(engine, inner, scope);
  }
  if (kind === 'locking_statement') {
    const inner = child(body, 'expression');
    return inner === null ? [] : queryShape(engine, inner, scope);
  }
  const table = kind === 'table' ? body : tableCommand(query);
  if (table === null) return [];
  const inner = innerScope(scope);
  engine.relation({ kind: 'table', body: table }, inner, NO_CALLING);
  return starItems(inner);
}

/** `VALUES (…), (…)`: a column for each place, with the name that the dialect gives it. */
function valuesShape(engine: Engine, { body }: Expression, scope: Scope): Shape {
  const rows = list(body, 'expressions').map((row) => (isNode(row) ? expressions(row, 'expressions') : []));
  const names = identifiers(body, 'column_aliases');
  const [first = []] = rows;
  return first.map((_value, index) => ({
    name: names[index] ?? standardName(engine, index),
    origins: joined(
      rows.map((row) => engine.value(row[index] === undefined ? null : asNode(row[index]), scope)),
    ),
  }));
}

function standardName({ dialect }: Engine, index: number): string {
  if (dialect === 'spark' || dialect === 'databricks' || dialect === 'hive') return `col${index + 1}`;
  return dialect === 'mysql' ? `column_${index}` : `column${index + 1}`;
}

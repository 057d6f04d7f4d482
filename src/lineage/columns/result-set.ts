import { child, type Expression, expressions, identifier, list } from '../ast/node.ts';
import { isSetOperation, tableCommand } from '../ast/query.ts';

/** True for a statement whose rows Mode would show. */
export function givesRows(statement: Expression): boolean {
  const { kind, body } = statement;
  if (kind === 'select') return !isInto(body) && !setsVariables(statement);
  if (isSetOperation(kind) || kind === 'values') return true;
  if (kind === 'insert' || kind === 'update' || kind === 'delete') return list(body, 'returning').length > 0;
  if (kind === 'subquery' || kind === 'paren' || kind === 'annotated' || kind === 'locking_statement') {
    const inner = child(body, kind === 'locking_statement' ? 'expression' : 'this');
    return inner !== null && givesRows(inner);
  }
  return tableCommand(statement) !== null;
}

/** True for a statement that has a result of columns that nobody knows. */
export const isUnknownResult = ({ kind }: Expression): boolean =>
  kind === 'describe' || kind === 'show' || kind === 'execute' || kind === 'summarize';

const isInto = (body: Expression['body']): boolean => typeof body.into === 'object' && body.into !== null;

/** T-SQL's `SELECT @a = …`. */
function setsVariables({ body }: Expression): boolean {
  const items = expressions(body, 'expressions');
  return (
    items.length > 0 &&
    items.every(({ kind, body: item }) => kind === 'eq' && identifier(item.left)?.startsWith('@') === true)
  );
}

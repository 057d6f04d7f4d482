import { child, type Expression, expressions, text } from '../ast/node.ts';
import { NO_CALLING } from './calling.ts';
import type { Engine } from './engine.ts';
import { NO_ORIGINS } from './origins.ts';
import { type Relation, rowsRelation } from './relation.ts';
import { innerScope, type Scope } from './scope.ts';
import { CERTAINTY, isHole } from './shape.ts';
import { starItems } from './star-items.ts';

/** BigQuery's functions that hand on the rows that they are given, and add columns of their own. */
const HANDS_ON_ROWS =
  /^(?:ml\.(?:predict|explain_predict|transform|detect_anomalies|understand_text|translate|generate_\w+)|ai\.generate_\w+)$/i;

/**
 * The rows of `ML.PREDICT(MODEL m, (SELECT …))`: the columns of the query, and others of unknown names. Null for other calls. A
 * column that only might be in the rows is none: it may as well be what the model predicts.
 */
export function handedRows(
  engine: Engine,
  call: Expression,
  path: readonly string[],
  scope: Scope,
): Relation | null {
  if (engine.dialect !== 'bigquery' || !HANDS_ON_ROWS.test(text(call.body, 'name') ?? '')) return null;
  const given = expressions(call.body, 'args')
    .map((one) =>
      one.kind === 'table_argument' && text(one.body, 'prefix') === 'TABLE' ? child(one.body, 'this') : one,
    )
    .find((one) => one?.kind === 'subquery' || one?.kind === 'select' || one?.kind === 'table');
  if (given === undefined || given === null) return null;
  const inner = innerScope(scope);
  engine.relation(given, inner, NO_CALLING);
  const fields = starItems(inner).filter((item) => !isHole(item));
  return rowsRelation(path, { shape: [OWN_COLUMNS, ...fields], fields, origins: NO_ORIGINS });
}

const OWN_COLUMNS = { find: () => ({ certainty: CERTAINTY.possible, origins: NO_ORIGINS }) };

import { isName, type Token } from './token.ts';

/** One column of a table that is declared: `id INT IDENTITY`. */
export interface DeclaredColumn {
  readonly name: Token;
  /** True when the database gives the value itself, so that rows may come without it. */
  readonly generated: boolean;
}

const GENERATED = new Set(
  'IDENTITY GENERATED AUTO_INCREMENT AUTOINCREMENT SERIAL BIGSERIAL SMALLSERIAL ROWVERSION MATERIALIZED ALIAS'.split(
    ' ',
  ),
);

/**
 * The columns of `(id INT PRIMARY KEY, total NUMERIC(9, 2), UNIQUE (id))`, which opens at `index`, and the index after it. Null when
 * no list of declarations stands there.
 */
export function declaredColumns(
  tokens: readonly Token[],
  index: number,
): { readonly columns: readonly DeclaredColumn[]; readonly next: number } | null {
  if (tokens[index]?.text !== '(' || tokens[index]?.kind !== 'symbol') return null;
  const columns: DeclaredColumn[] = [];
  let begin = index + 1;
  let depth = 0;
  for (let at = begin; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] ?? {};
    if (kind !== 'symbol') continue;
    const ends = depth === 0 && (text === ',' || text === ')');
    if (text === '(' || text === '<' || text === '[') depth += 1;
    else if (!ends && (text === ')' || text === '>' || text === ']')) depth -= 1;
    if (!ends) continue;
    const item = tokens.slice(begin, at);
    if (!isConstraint(item)) {
      const column = declaredColumn(item);
      if (column === null) return null;
      columns.push(column);
    }
    begin = at + 1;
    if (text === ')') return columns.length === 0 ? null : { columns, next: begin };
  }
  return null;
}

function declaredColumn([name, type, ...options]: readonly Token[]): DeclaredColumn | null {
  if (name === undefined || !isName(name) || name.upper === 'LIKE' || name.upper === 'SELECT') return null;
  if (type !== undefined && !isName(type)) return null;
  const words = [type?.upper ?? '', ...options.map(({ upper }) => upper)];
  // T-SQL's `total AS price * count`
  return { name, generated: type?.upper === 'AS' || words.some((word) => GENERATED.has(word)) };
}

/** True for what stands among the columns and is none: keys, indexes, checks. */
function isConstraint([first, second, third, fourth]: readonly Token[]): boolean {
  const opens = second?.text === '(' && second.kind === 'symbol';
  switch (first?.upper) {
    case 'PRIMARY':
    case 'FOREIGN':
      return second?.upper === 'KEY' || second?.upper === 'INDEX';
    case 'CONSTRAINT':
    case 'PROJECTION':
    case 'EXCLUDE':
      return second !== undefined;
    case 'FULLTEXT':
    case 'SPATIAL':
      return opens || second?.upper === 'KEY' || second?.upper === 'INDEX';
    case 'UNIQUE':
    case 'CHECK':
    case 'KEY':
    case 'SHARD':
    case 'SORT':
    case 'INDEX':
    case 'PERIOD':
      // `key VARCHAR(10)` is a column, `KEY by_day (day)` is none.
      return opens || second?.upper === 'KEY' || (third?.text === '(' && fourth?.kind !== 'number');
    default:
      return false;
  }
}

import type { Dialect } from '../dialect.ts';
import { type BlockWord, blockWords } from './blocks.ts';
import type { Token } from './token.ts';
import { declarations } from './with-function.ts';

/** Words that begin a statement of their own when T-SQL leaves the semicolon out. */
const STARTERS = new Set(
  'INSERT UPDATE DELETE MERGE CREATE ALTER DROP TRUNCATE DECLARE USE EXEC EXECUTE PRINT SET IF WHILE WITH RAISERROR THROW COMMIT ROLLBACK RETURN'.split(
    ' ',
  ),
);
/** After these the next word carries the statement on. */
const CARRIES_ON = new Set(
  'UNION ALL EXCEPT INTERSECT AS THEN FOR ON BEGIN ELSE DO EXPLAIN NOT OR AND BY ('.split(' '),
);
/** Statements that hold no SELECT of their own: one that follows is another statement. */
const WITHOUT_SELECT = new Set(
  'SET DECLARE USE DROP TRUNCATE PRINT ALTER UPDATE DELETE EXEC EXECUTE OPEN CLOSE DEALLOCATE FETCH IF WHILE BEGIN COMMIT ROLLBACK RAISERROR THROW RETURN'.split(
    ' ',
  ),
);

/**
 * Splits a script (without comments) at semicolons, at `GO` and, in T-SQL, where a new statement plainly begins. The statements of a
 * CATCH stand before those of its TRY: what comes last is what Mode shows when nothing fails.
 */
export function splitStatements(text: string, tokens: readonly Token[], dialect: Dialect): Token[][] {
  const statements: Token[][] = [];
  let current: Token[] = [];
  const end = (): void => {
    if (current.length > 0) statements.push(current);
    current = [];
    depth = 0;
    selects = 0;
  };
  let depth = 0;
  let selects = 0;
  const closes =
    dialect === 'oracle' || dialect === 'trino'
      ? declarations(tokens)
      : (at: number) => isSemicolon(tokens[at]);
  const blockWord = blockWords(tokens, dialect);
  const handlers = handlersFirst(statements);
  let passed = 0;
  for (const [index, token] of tokens.entries()) {
    if (index < passed) continue;
    const block = blockWord(index, current.length === 0);
    if (block !== undefined) {
      end();
      handlers(block.does);
      passed = index + block.width;
      continue;
    }
    if (closes(index)) {
      end();
      continue;
    }
    const tsql = dialect === 'tsql';
    if (token.upper === 'GO' && tsql && isAloneOnItsLine(text, tokens, index)) {
      end();
      continue;
    }
    if (token.kind === 'symbol') {
      if (token.text === '(') depth += 1;
      if (token.text === ')') depth = Math.max(0, depth - 1);
    }
    if (tsql && depth === 0 && current.length > 0 && beginsAnother(text, tokens, index, current, selects))
      end();
    if (depth === 0 && token.upper === 'SELECT') selects += 1;
    current.push(token);
  }
  end();
  return statements;
}

/** Follows the blocks of a script, and moves what a CATCH holds before its TRY. */
function handlersFirst(statements: Token[][]): (does: BlockWord['does']) => void {
  const open: number[] = [];
  let tried = 0;
  return (does) => {
    if (does === 'try' || does === 'catch') open.push(statements.length);
    else if (does === 'end-try') tried = open.pop() ?? 0;
    else if (does === 'end-catch') {
      const handled = statements.splice(open.pop() ?? statements.length);
      statements.splice(tried, 0, ...handled);
    }
  };
}

const isSemicolon = (token: Token | undefined): boolean => token?.text === ';' && token.kind === 'symbol';

function beginsAnother(
  text: string,
  tokens: readonly Token[],
  index: number,
  current: readonly Token[],
  selects: number,
): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (token === undefined || previous === undefined || token.upper === '') return false;
  if (CARRIES_ON.has(previous.upper || previous.text)) return false;
  if (token.upper !== 'SELECT' && !STARTERS.has(token.upper)) return false;
  const verb = current[0]?.upper ?? '';
  if (token.upper === 'SELECT') {
    if (selects > 0 || WITHOUT_SELECT.has(verb)) return true;
    if (verb === 'INSERT') return current.some((one) => one.upper === 'VALUES');
    return verb === 'CREATE' && previous.text === ')' && !current.some((one) => one.upper === 'AS');
  }
  // IF @x = 1 DROP TABLE #x
  const asked = (verb === 'IF' || verb === 'WHILE') && current.length > 1;
  if (!asked && !startsItsLine(text, previous, token)) return false;
  if (token.upper === 'SET' && (verb === 'UPDATE' || verb === 'MERGE')) return false;
  if (token.upper === 'WITH') return isCteName(tokens, index) && verb !== 'INSERT';
  return verb !== 'MERGE' && verb !== 'WITH' ? true : selects > 0 && verb !== 'MERGE';
}

const isCteName = (tokens: readonly Token[], index: number): boolean => {
  const after = tokens[index + 2];
  return tokens[index + 1]?.text !== '(' && (after?.upper === 'AS' || after?.text === '(');
};

const startsItsLine = (text: string, previous: Token, token: Token): boolean =>
  text.slice(previous.end, token.start).includes('\n');

function isAloneOnItsLine(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  return (
    (before === undefined || startsItsLine(text, before, token)) &&
    (after === undefined || after.kind === 'number' || startsItsLine(text, token, after))
  );
}

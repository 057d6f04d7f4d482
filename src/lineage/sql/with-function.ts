import type { Token } from './token.ts';

const OPENS = new Set(['BEGIN', 'CASE', 'IF', 'LOOP']);
const DECLARES = new Set(['FUNCTION', 'PROCEDURE']);

/**
 * Follows a script of Oracle token by token and tells whether a semicolon ends a statement. Those inside the functions that a
 * WITH declares, and the one behind each, do not: `WITH FUNCTION f … IS BEGIN RETURN 1; END; c AS (SELECT …) SELECT …`.
 */
export function declarations(tokens: readonly Token[]): (index: number) => boolean {
  let declaring = false;
  let begun = false;
  let depth = 0;
  let ended = -1;
  const follow = (index: number): void => {
    const [before, word] = [tokens[index - 1]?.upper ?? '', tokens[index]?.upper ?? ''];
    if (before === 'WITH' && DECLARES.has(word)) [declaring, begun, depth] = [true, false, 0];
    if (!declaring) return;
    if (word === 'BEGIN') begun = true;
    if (word === 'END') {
      depth -= 1;
      ended = index;
    } else if (OPENS.has(word) && before !== 'END') depth += 1;
  };
  return (index) => {
    follow(index);
    const token = tokens[index];
    if (token?.kind !== 'symbol' || token.text !== ';') return false;
    if (!declaring) return true;
    // END or END name: the declaration is over, and the statement goes on.
    if (begun && depth <= 0 && index - ended <= 2) {
      declaring = DECLARES.has(tokens[index + 1]?.upper ?? '');
      [begun, depth] = [false, 0];
    }
    return false;
  };
}

import { buildProgram } from './build-program.ts';
import { parsePattern } from './parse-pattern.ts';
import { matchesAtStart } from './run-program.ts';

/**
 * A filter pattern as OpenMetadata's connector matches it: Python's `re.match` with IGNORECASE, at the start of the name and in any
 * case. Linear in the name's length.
 * @throws PatternError when the source does not compile.
 */
export function compilePattern(source: string): (name: string) => boolean {
  const flags = { ignoreCase: true, dotAll: false, multiline: false };
  const program = buildProgram(parsePattern(source, flags));
  return (name) => matchesAtStart(program, name);
}

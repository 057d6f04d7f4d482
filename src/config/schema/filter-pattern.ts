import { z } from 'zod';
import { KEEP_ALL } from '../name-filter.ts';
import { nameFilter } from '../name-pattern.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { PatternError } from '../pattern/pattern-error.ts';
import { list, section, text } from './fields.ts';
import { taking } from './written-as.ts';

/** A Python regular expression, compiled; what does not compile is an issue at its line. */
const pattern = taking(
  text.transform((source, context) => {
    try {
      return { source, matches: compilePattern(source) };
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      const { code, message, next } = error;
      context.addIssue({ code: 'custom', message, params: { code, next } });
      return z.NEVER;
    }
  }),
  { pattern: null, says: 'must be a regular expression', anyScalar: true },
);

/** OpenMetadata's `filterPattern`. */
export const filterPattern = section({
  includes: list(pattern)
    .default([])
    .describe(
      'Regular expressions as in Python, matched from the start, whatever the case. A name must match one, if there is any.',
    ),
  excludes: list(pattern)
    .default([])
    .describe(
      'Regular expressions as in Python, matched from the start, whatever the case. A name must match none.',
    ),
})
  .transform(nameFilter)
  .default(KEEP_ALL);

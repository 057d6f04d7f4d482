import { z } from 'zod';
import { KEEP_ALL } from '../name-filter.ts';
import { nameFilter } from '../name-pattern.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { PatternError } from '../pattern/pattern-error.ts';
import { list, section, text } from './fields.ts';

/** A Python regular expression, compiled; what does not compile is an issue at its line. */
const pattern = text.transform((source, context) => {
  try {
    return { source, matches: compilePattern(source) };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const { code, message, next } = error;
    context.addIssue({ code: 'custom', message, params: { code, next } });
    return z.NEVER;
  }
});

/** OpenMetadata's `filterPattern`. */
export const filterPattern = section({
  includes: list(pattern).default([]),
  excludes: list(pattern).default([]),
})
  .transform(nameFilter)
  .default(KEEP_ALL);

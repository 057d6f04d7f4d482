import { EXIT, IngestError } from '../../errors.ts';

/** A filter pattern that is no regular expression of Python, or that cannot be matched in linear time. The message follows the pattern's path. */
export class PatternError extends IngestError {
  override readonly name = 'PatternError';

  constructor(code: 'pattern-invalid' | 'pattern-unsupported', message: string, next: string) {
    super(code, message, { next, exitCode: EXIT.configuration });
  }
}

export const invalid = (what: string, next = 'Patterns are regular expressions of Python.'): PatternError =>
  new PatternError('pattern-invalid', `is no regular expression: ${what}`, next);

export const unsupported = (what: string, next: string): PatternError =>
  new PatternError('pattern-unsupported', `uses ${what}, which cannot be matched in bounded time`, next);

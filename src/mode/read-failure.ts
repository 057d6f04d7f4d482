import { IngestError } from '../errors.ts';
import { HttpError } from '../http/http-error.ts';
import type { ReadFailure } from './workspace.ts';

/**
 * Why `part` could not be read, from what was thrown while reading it.
 * A 404 below something that was listed means that it is gone by now, or that the key may not see it; Mode does not tell which.
 * @throws what is not an IngestError: a mistake of ours must not pass for one of Mode's.
 */
export function readFailure(part: string, error: unknown): ReadFailure {
  if (!(error instanceof IngestError)) throw error;
  const { code, message } = error;
  if (!(error instanceof HttpError) || error.status === null) return { part, code, reason: message };
  const { status } = error;
  return { part, code, status, reason: status === 404 ? 'gone or hidden' : message };
}

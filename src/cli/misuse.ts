import { EXIT, IngestError } from '../errors.ts';

/** A command line that cannot be understood (exit code 2). */
export const misuse = (message: string): IngestError =>
  new IngestError('usage', message, { next: 'Run mode-ingest --help.', exitCode: EXIT.configuration });

import { EXIT, type ExitCode } from '../errors.ts';

/** One thing that the doctor looked at. */
export interface Check {
  readonly about: 'Configuration' | 'Mode' | 'OpenMetadata' | 'Lineage';
  readonly state: 'ok' | 'warning' | 'error';
  /** One sentence. */
  readonly says: string;
  /** What to do; absent when all is well. */
  readonly next?: string;
  /** What a run would end with for this. */
  readonly exitCode: ExitCode;
}

/** A hand for writing checks of one kind. */
export const checksAbout = (about: Check['about']) => ({
  ok: (says: string): Check => ({ about, state: 'ok', says, exitCode: EXIT.done }),
  warning: (says: string, next: string): Check => ({
    about,
    state: 'warning',
    says,
    next,
    exitCode: EXIT.done,
  }),
  error: (says: string, next: string, exitCode: ExitCode): Check => ({
    about,
    state: 'error',
    says,
    next,
    exitCode,
  }),
});

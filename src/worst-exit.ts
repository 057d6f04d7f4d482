import { EXIT, type ExitCode } from './errors.ts';

/** From the least to the most serious. */
const ORDER: readonly ExitCode[] = [
  EXIT.done,
  EXIT.changes,
  EXIT.emptySource,
  EXIT.guard,
  EXIT.partial,
  EXIT.configuration,
  EXIT.credentials,
  EXIT.unexpected,
];

/** The exit code of several runs: that of the one that went worst. */
export const worstExit = (codes: readonly ExitCode[]): ExitCode =>
  codes.reduce((worst, code) => (ORDER.indexOf(code) > ORDER.indexOf(worst) ? code : worst), EXIT.done);

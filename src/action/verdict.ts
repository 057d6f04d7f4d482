import { EXIT, type ExitCode } from '../errors.ts';
import type { RunReport } from '../report/run-report.ts';
import { worstExit } from '../worst-exit.ts';
import type { ActionInputs } from './inputs.ts';

/** The exit code of the step under `fail-on`. `error` forgives what is partial; `warnings` makes 4 of any warning. */
export function stepExit(
  reports: readonly Pick<RunReport, 'exitCode' | 'findings'>[],
  failOn: ActionInputs['failOn'],
): ExitCode {
  if (failOn === 'never') return EXIT.done;
  const worst = worstExit(
    reports.map((report) =>
      failOn === 'error' && report.exitCode === EXIT.partial ? EXIT.done : report.exitCode,
    ),
  );
  const warned = reports.some((report) => report.findings.some((finding) => finding.severity === 'warning'));
  return worst === EXIT.done && failOn === 'warnings' && warned ? EXIT.partial : worst;
}

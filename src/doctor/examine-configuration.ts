import type { Finding } from '../config/workflow-config.ts';
import { EXIT } from '../errors.ts';
import { type Check, checksAbout } from './check.ts';

const { ok, warning, error } = checksAbout('Configuration');

/** What was found while reading the file, at its place. Pure. */
export function examineConfiguration(findings: readonly Finding[]): readonly Check[] {
  const checks = findings.map(({ severity, file, line, column, message, next = '' }): Check => {
    const says = `${file}:${line ?? 1}:${column ?? 1} ${message}`;
    if (severity === 'error') return error(says, next, EXIT.configuration);
    return severity === 'warning' ? warning(says, next) : ok(says);
  });
  return checks.some(({ state }) => state === 'error') ? checks : [ok('The file is valid.'), ...checks];
}

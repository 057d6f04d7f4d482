import type { LoggerLevel } from '../config/workflow-config.ts';
import type { Host } from './host.ts';

const SEVERITY = { DEBUG: 0, INFO: 1, WARN: 2, ERROR: 3 } as const;

/** A host that says no less than `loggerLevel` asks for, and no more. Findings, groups and progress are not its business. */
export function atLevel(host: Host, level: LoggerLevel): Host {
  const lowest = SEVERITY[level];
  const from = (severity: LoggerLevel, say: (text: string) => void) =>
    SEVERITY[severity] >= lowest ? say : () => {};
  return {
    ...host,
    // Asked for in the file, it is said whatever the terminal's own level.
    debug: level === 'DEBUG' ? (text) => host.info(text) : (text) => host.debug(text),
    info: from('INFO', (text) => host.info(text)),
    warning: from('WARN', (text) => host.warning(text)),
    error: (text) => host.error(text),
  };
}

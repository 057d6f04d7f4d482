import process from 'node:process';
import type { Host } from '../host/host.ts';
import { createTerminalHost } from '../host/terminal-host.ts';
import type { Arguments } from './arguments.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What every command has of the place that it runs in. */
export interface Terminal {
  readonly env: Environment;
  readonly host: Host;
  /** Whether standard output takes colours. */
  readonly colour: boolean;
  readonly signal: AbortSignal;
}

export type Manner = Pick<Arguments, 'quiet' | 'verbose' | 'colour'>;

/** The terminal as the arguments and the environment want it. */
export function terminalHost(manner: Manner, env: Environment): Host {
  return createTerminalHost({
    stderr: process.stderr,
    isTty: process.stderr.isTTY === true && !manner.quiet,
    colour: wantsColour(manner.colour, env, process.stderr.isTTY === true),
    level: manner.quiet ? 'WARN' : manner.verbose ? 'DEBUG' : 'INFO',
    now: Date.now,
  });
}

/** An option decides, then NO_COLOR (no-color.org), then FORCE_COLOR (as Node reads it), then what the stream is. */
export function wantsColour(asked: boolean | null, env: Environment, isTty: boolean): boolean {
  if (asked !== null) return asked;
  if ((env.NO_COLOR ?? '') !== '') return false;
  const forced = env.FORCE_COLOR ?? '';
  return forced === '' ? isTty : forced !== '0' && forced !== 'false';
}

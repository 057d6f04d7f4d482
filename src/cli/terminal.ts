import process from 'node:process';
import type { Host } from '../host/host.ts';
import { createTerminalHost } from '../host/terminal-host.ts';
import type { Arguments } from './arguments.ts';

/** The terminal as the arguments and the environment want it. */
export function terminalHost(args: Arguments, env: Readonly<Record<string, string | undefined>>): Host {
  return createTerminalHost({
    stdout: process.stdout,
    stderr: process.stderr,
    isTty: process.stderr.isTTY === true && !args.quiet,
    colour: wantsColour(args, env, process.stderr.isTTY === true),
    level: args.quiet ? 'WARN' : args.verbose ? 'DEBUG' : 'INFO',
    now: Date.now,
  });
}

/** NO_COLOR counts when it is set to anything but the empty text (no-color.org). */
export const wantsColour = (
  args: Arguments,
  env: Readonly<Record<string, string | undefined>>,
  isTty: boolean,
): boolean => args.colour ?? ((env.NO_COLOR ?? '') === '' && isTty);

import { spawn } from 'node:child_process';
import process from 'node:process';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order of arrival. */
  readonly output: string;
}

/** Runs a program with exactly the environment given (and PATH and HOME), to its end. */
export function runChild(
  command: string,
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    readonly stdin?: string;
    readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
    readonly onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
  } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? process.cwd(),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DENO_DIR: process.env.DENO_DIR, ...options.env },
    });
    options.onStart?.((signal) => void child.kill(signal));
    let [stdout, stderr, output] = ['', '', ''];
    const take = (text: string): void => {
      output += text;
      options.onOutput?.(output, (signal) => void child.kill(signal));
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      take(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      take(text);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr, output }));
    child.stdin.end(options.stdin ?? '');
  });
}

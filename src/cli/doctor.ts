import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { styleText } from 'node:util';
import { loadConfig } from '../config/load-config.ts';
import type { Check } from '../doctor/check.ts';
import { examine } from '../doctor/examine.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { environment } from '../host/environment.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import { secretsFrom } from '../workflow.ts';
import { worstExit } from '../worst-exit.ts';
import { type Arguments, misuse } from './arguments.ts';
import { readInput } from './read-input.ts';
import { terminalHost, wantsColour } from './terminal.ts';

/** `doctor`: every file in its order. */
export async function runDoctor(args: Arguments, signal: AbortSignal): Promise<ExitCode> {
  if (args.configs.length === 0) throw misuse('doctor needs a workflow YAML');
  const env = environment();
  const host = terminalHost(args, env);
  const colour = wantsColour(args, env, process.stdout.isTTY === true);
  const examined: {
    readonly config: string;
    readonly checks: readonly Check[];
    readonly exitCode: ExitCode;
  }[] = [];
  for (const path of args.configs) {
    const { config, findings, secrets } = await loadConfig(await readInput(path), {
      path,
      env,
      secrets: secretsFrom(env),
      readFile: (file) => readFile(file, 'utf8'),
    });
    for (const secret of secrets) host.mask(secret);
    for (const finding of findings) host.finding(finding);
    const result =
      config === null
        ? { checks: [], exitCode: EXIT.configuration }
        : await examine(config, { env, signal, host, now: Date.now() });
    examined.push({ config: path, ...result });
    if (!args.json) process.stdout.write(render(path, result.checks, colour));
  }
  if (args.json)
    process.stdout.write(`${JSON.stringify(examined.length === 1 ? examined[0] : examined, null, 2)}\n`);
  return worstExit(examined.map(({ exitCode }) => exitCode));
}

const SIGNS = { ok: '✓', warning: '!', error: '✗' } as const;
const COLOURS = { ok: 'green', warning: 'yellow', error: 'red' } as const;

function render(path: string, checks: readonly Check[], colour: boolean): string {
  const lines = [path];
  let about: Check['about'] | null = null;
  for (const check of checks) {
    if (check.about !== about) lines.push('', check.about);
    about = check.about;
    const sign = SIGNS[check.state];
    const shown = colour ? styleText(COLOURS[check.state], sign, { validateStream: false }) : sign;
    lines.push(`  ${shown} ${escapeTerminal(check.says)}`);
    if (check.next !== undefined) lines.push(`    ${escapeTerminal(check.next)}`);
  }
  return `${lines.join('\n')}\n`;
}

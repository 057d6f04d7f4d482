import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { styleText } from 'node:util';
import { loadConfig } from '../config/load-config.ts';
import type { Check } from '../doctor/check.ts';
import { examine } from '../doctor/examine.ts';
import { examineConfiguration } from '../doctor/examine-configuration.ts';
import type { ExitCode } from '../errors.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import { secretsFrom } from '../workflow.ts';
import { worstExit } from '../worst-exit.ts';
import type { Arguments } from './arguments.ts';
import { misuse } from './misuse.ts';
import { type Input, readInputs } from './read-input.ts';
import type { Terminal } from './terminal.ts';

interface Examination {
  readonly config: string;
  readonly checks: readonly Check[];
  readonly exitCode: ExitCode;
}

/** `doctor`: every file in its order. */
export async function runDoctor(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (args.configs.length === 0) throw misuse('doctor needs a workflow YAML');
  const examinations: Examination[] = [];
  for (const input of await readInputs(args.configs)) {
    const checks = await examineFile(input, terminal);
    const exitCode = worstExit(checks.map((check) => check.exitCode));
    examinations.push({ config: input.path, checks, exitCode });
    if (!args.json) process.stdout.write(render(input.path, checks, exitCode, terminal.colour));
  }
  if (args.json)
    process.stdout.write(
      `${JSON.stringify(examinations.length === 1 ? examinations[0] : examinations, null, 2)}\n`,
    );
  return worstExit(examinations.map(({ exitCode }) => exitCode));
}

async function examineFile(
  { path, text }: Input,
  { env, host, signal }: Terminal,
): Promise<readonly Check[]> {
  const { config, findings, secrets } = await loadConfig(text, {
    path,
    env,
    secrets: secretsFrom(env),
    readFile: (file) => readFile(file, 'utf8'),
  });
  for (const secret of secrets) host.mask(secret);
  const own = examineConfiguration(findings);
  if (config === null) return own;
  const found = await host.group('Ask both servers', () =>
    examine(config, { env, signal, host, now: Date.now() }),
  );
  return [...own, ...found];
}

const SIGNS = { ok: '✓', warning: '!', error: '✗' } as const;
const COLOURS = { ok: 'green', warning: 'yellow', error: 'red' } as const;

function render(path: string, checks: readonly Check[], exitCode: ExitCode, colour: boolean): string {
  const lines = [escapeTerminal(path)];
  let about: Check['about'] | null = null;
  for (const check of checks) {
    if (check.about !== about) lines.push('', check.about);
    about = check.about;
    const sign = SIGNS[check.state];
    const shown = colour ? styleText(COLOURS[check.state], sign, { validateStream: false }) : sign;
    lines.push(`  ${shown} ${escapeTerminal(check.says)}`);
    if (check.next) lines.push(`    ${escapeTerminal(check.next)}`);
  }
  const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  lines.push(
    '',
    `${count('ok')} ok, ${count('warning')} to look at, ${count('error')} wrong · exit code ${exitCode}`,
  );
  return `${lines.join('\n')}\n\n`;
}

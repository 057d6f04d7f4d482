import process from 'node:process';
import { EXIT, type ExitCode } from '../errors.ts';
import { replaceFile } from '../host/replace-file.ts';
import { migrate } from '../migrate/migrate.ts';
import type { KeyChange } from '../migrate/migration.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import type { Arguments } from './arguments.ts';
import { misuse } from './misuse.ts';
import { readInputs } from './read-input.ts';
import type { Terminal } from './terminal.ts';

/** `migrate`: old workflow YAML to today's keys, on standard output or, with --write, in its place. All files, or none. */
export async function runMigrate(args: Arguments, { host }: Terminal): Promise<ExitCode> {
  const { configs, write, check } = args;
  if (configs.length === 0) throw misuse('migrate needs a workflow YAML');
  if (write && check) throw misuse('--write and --check exclude each other');
  if (write && configs.includes('-')) throw misuse('--write needs a file: standard input has no place');
  if (configs.length > 1 && !write && !check)
    throw misuse('migrate shows one file at a time; several take --write or --check');

  const migrations = (await readInputs(configs)).map(({ path, text }) => ({
    path,
    before: text,
    ...migrate(text),
  }));
  for (const { path, remarks } of migrations)
    for (const { at, ...remark } of remarks) host.finding({ ...remark, file: path, ...at });
  if (migrations.some(({ remarks }) => remarks.length > 0)) return EXIT.configuration;

  for (const { path, before, text, changes } of migrations) {
    const told = changes.map((change) => describe(path, change));
    if (check) process.stdout.write(told.map((line) => `${escapeTerminal(line)}\n`).join(''));
    else for (const line of told) host.info(line);
    if (changes.length === 0) host.info(`${path}: every key is today's`);
    if (write && text !== before) await replaceFile(path, text);
    else if (!write && !check) process.stdout.write(text);
  }
  return check && migrations.some(({ changes }) => changes.length > 0) ? EXIT.changes : EXIT.done;
}

const describe = (path: string, { at, from, to }: KeyChange): string =>
  `${path}:${at.line}:${at.column} ${from} → ${to}`;

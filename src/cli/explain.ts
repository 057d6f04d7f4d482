import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { loadConfig } from '../config/load-config.ts';
import { connectBoth } from '../connections.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { explainReport } from '../explain/explain-report.ts';
import { renderExplanation } from '../explain/render-explanation.ts';
import { secretsFrom } from '../workflow.ts';
import type { Arguments } from './arguments.ts';
import { misuse } from './misuse.ts';
import { readInput } from './read-input.ts';
import type { Terminal } from './terminal.ts';

/** `explain`: one report of the workspace that one configuration names. */
export async function runExplain(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [path, ...others] = args.configs;
  const [subject] = args.subjects;
  if (path === undefined || subject === undefined || others.length > 0)
    throw misuse('explain needs one workflow YAML and one report');
  const token = reportToken(subject);
  const { env, host, signal } = terminal;
  const { config, findings, secrets } = await loadConfig(await readInput(path), {
    path,
    env,
    secrets: secretsFrom(env),
    readFile: (file) => readFile(file, 'utf8'),
  });
  for (const secret of secrets) host.mask(secret);
  for (const finding of findings) host.finding(finding);
  if (config === null) return EXIT.configuration;
  const connections = connectBoth(config, { env, signal, onRetry: (note) => host.info(note) });
  try {
    const explanation = await explainReport(token, config, connections);
    process.stdout.write(
      args.json ? `${JSON.stringify(explanation, null, 2)}\n` : renderExplanation(explanation),
    );
    return explanation.unread.length > 0 ? EXIT.partial : EXIT.done;
  } finally {
    connections.close();
  }
}

/** The token in the address of a report or dataset, or the token itself. */
export function reportToken(subject: string): string {
  const inAddress = /\/(?:reports|datasets)\/([^/?#]+)/.exec(subject)?.[1];
  const token = inAddress ?? subject.trim();
  if (!/^[\w-]+$/.test(token)) throw misuse(`This is neither a report's token nor its address: ${subject}`);
  return token;
}

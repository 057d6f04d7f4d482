import process from 'node:process';
import { EXIT, type ExitCode, IngestError } from '../errors.ts';
import { environment } from '../host/environment.ts';
import { onStopSignal, STOPPING } from '../host/stop-signals.ts';
import { VERSION } from '../version.ts';
import { parseArguments } from './arguments.ts';
import { runDemo } from './demo.ts';
import { runDoctor } from './doctor.ts';
import { runExplain } from './explain.ts';
import { help } from './help.ts';
import { runInit } from './init.ts';
import { runLineage } from './lineage.ts';
import { runList } from './list.ts';
import { runMigrate } from './migrate.ts';
import { runFiles } from './run-files.ts';
import { runSchema } from './schema.ts';
import { terminalHost, wantsColour } from './terminal.ts';

/** The script from its arguments to its exit code. Never rejects; a user's mistake shows no stack trace. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', readerIsGone);
  const stopping = new AbortController();
  const env = environment();
  let host = terminalHost({ quiet: false, verbose: false, colour: null }, env);
  const release = onStopSignal((signal) => {
    host.info(`${signal}: ${STOPPING}`);
    stopping.abort();
  });
  try {
    const args = parseArguments(argv);
    if (args.version) return told(VERSION);
    if (args.help) return told(help(args.verb));
    if (args.verb === null) return told(help(null), EXIT.configuration);
    host = terminalHost(args, env);
    const colour = wantsColour(args.colour, env, process.stdout.isTTY === true);
    const terminal = { env, host, colour, signal: stopping.signal };
    if (args.verb === 'demo') return await runDemo(args, terminal);
    if (args.verb === 'doctor') return await runDoctor(args, terminal);
    if (args.verb === 'explain') return await runExplain(args, terminal);
    if (args.verb === 'list') return await runList(args, terminal);
    if (args.verb === 'lineage') return await runLineage(args);
    if (args.verb === 'schema') return runSchema();
    if (args.verb === 'init') return await runInit(args);
    if (args.verb === 'migrate') return await runMigrate(args, terminal);
    return await runFiles(args.verb, args, terminal);
  } catch (error) {
    if (error instanceof IngestError) {
      host.error(`${error.message} (${error.code})\n${error.next}`);
      return error.exitCode;
    }
    host.error(`Unexpected error: ${error instanceof Error ? error.stack : String(error)}`);
    return EXIT.unexpected;
  } finally {
    release();
  }
}

function told(text: string, code: ExitCode = EXIT.done): ExitCode {
  process.stdout.write(`${text}\n`);
  return code;
}

/** `… | head` reads no further: no reason to stop in the middle of an ingestion, and none to complain. */
function readerIsGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

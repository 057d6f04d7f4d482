import process from 'node:process';
import { EXIT, type ExitCode, IngestError } from '../errors.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import { VERSION } from '../version.ts';
import { parseArguments } from './arguments.ts';
import { runDemo } from './demo.ts';
import { runDoctor } from './doctor.ts';
import { runExplain } from './explain.ts';
import { help } from './help.ts';
import { runLineage } from './lineage.ts';
import { runFiles } from './run-files.ts';

/** The script from its arguments to its exit code. Never rejects; a user's mistake shows no stack trace. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await dispatch(argv, stopping.signal);
  } catch (error) {
    if (error instanceof IngestError) {
      process.stderr.write(`${escapeTerminal(error.message)}\n${escapeTerminal(error.next)}\n`);
      return error.exitCode;
    }
    process.stderr.write(
      `Unexpected error: ${escapeTerminal(error instanceof Error ? (error.stack ?? '') : String(error))}\n`,
    );
    return EXIT.unexpected;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

async function dispatch(argv: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  const args = parseArguments(argv);
  if (args.version) {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.done;
  }
  if (args.help || args.verb === null) {
    process.stdout.write(`${help(args.verb)}\n`);
    return args.help ? EXIT.done : EXIT.configuration;
  }
  if (args.verb === 'demo') return runDemo(args, signal);
  if (args.verb === 'doctor') return runDoctor(args, signal);
  if (args.verb === 'explain') return runExplain(args, signal);
  if (args.verb === 'lineage') return runLineage(args);
  return runFiles(args.verb, args, signal);
}

import process from 'node:process';
import { startDemo } from '../demo/start-demo.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { prepareFile, writeOut } from '../host/output-file.ts';
import { renderJson } from '../report/json.ts';
import type { RunReport } from '../report/run-report.ts';
import { renderSummary } from '../report/summary.ts';
import { renderTerminal } from '../report/terminal.ts';
import { Workflow } from '../workflow.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const SUMMARY = 'mode-ingest-demo-summary.md';

/** Plan, ingest, ingest again: a sample company's workspace against two stand-ins on loopback. */
export async function runDemo(args: Arguments, { host, colour, signal }: Terminal): Promise<ExitCode> {
  const path = args.summary ?? SUMMARY;
  for (const file of [path, args.report, args.html]) if (file !== null) await prepareFile(file);
  const demo = await startDemo();
  const step = async (title: string, command: 'plan' | 'ingest') => {
    if (!args.json) process.stdout.write(`\n${title}\n\n`);
    const workflow = await Workflow.create(demo.config, { command, env: demo.env, host, path: 'demo' });
    const stop = () => workflow.stop();
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const report = await workflow.execute();
    signal.removeEventListener('abort', stop);
    if (!args.json) process.stdout.write(`${renderTerminal(report, { colour, verbose: args.verbose })}\n`);
    return { report, workflow };
  };
  try {
    await step('1. The plan: what an ingestion would change. Nothing is written.', 'plan');
    const { report: first, workflow } = await step('2. The ingestion.', 'ingest');
    const { report: again } = await step(
      '3. The same once more: nothing has changed, so nothing is written.',
      'ingest',
    );
    await writeOut(path, renderSummary(first));
    if (args.report !== null) await writeOut(args.report, renderJson(first));
    if (args.html !== null) await writeOut(args.html, workflow.page() ?? '');
    if (args.json) process.stdout.write(renderJson(first));
    else process.stdout.write(`\nThe job summary of the ingestion is in ${path}.\n`);
    return demoEnds(first, again);
  } finally {
    await demo.close();
  }
}

/** The sample ingests in full and the second run writes nothing, or the demo has failed. */
const demoEnds = (first: RunReport, again: RunReport): ExitCode =>
  first.exitCode === EXIT.done && again.exitCode === EXIT.done && again.calls.writes === 0
    ? EXIT.done
    : EXIT.unexpected;

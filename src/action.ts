import process from 'node:process';
import * as core from '@actions/core';
import { context, getOctokit } from '@actions/github';
import { runAction } from './action/run-action.ts';
import { EXIT, IngestError } from './errors.ts';
import { sendPatiently } from './github/send-patiently.ts';
import type { SendToGitHub } from './github/send-to-github.ts';
import { createActionsHost } from './host/actions-host.ts';
import { spareMemory } from './host/spare-memory.ts';
import { onStopSignal, STOPPING } from './host/stop-signals.ts';

// Reached statically so that the bundle stays one file: node-fetch loads it with a dynamic import.
export { toFormData } from 'node-fetch/src/utils/multipart-parser.js';

/** GitHub answers in a second or not at all. */
const GITHUB_TIMEOUT_MS = 30_000;

/** Octokit would write to the log as it likes. */
const quiet = (): void => {};
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** Its getter throws where the runner names no repository. */
const repository = (): { readonly owner: string; readonly repo: string } => {
  const [owner = '', repo = ''] = (process.env.GITHUB_REPOSITORY ?? '').split('/');
  return { owner, repo };
};

const stopping = new AbortController();
const host = createActionsHost();
onStopSignal((signal) => {
  host.info(`${signal}: ${STOPPING}`);
  stopping.abort();
});

// No await out here: it would keep the bundler from joining the modules into one, which loads sooner and is smaller.
// What never ends is no success.
process.exitCode = EXIT.unexpected;
spareMemory();
void act();

async function act(): Promise<void> {
  try {
    process.exitCode = await runAction({
      getInput: (name) => core.getInput(name, { trimWhitespace: false }),
      event: context.eventName,
      payload: context.payload,
      env: process.env,
      temp: process.env.RUNNER_TEMP ?? '.',
      host,
      setOutput: (name, value) => core.setOutput(name, value),
      writeSummary: async (markdown) => void (await core.summary.addRaw(markdown).write()),
      signal: stopping.signal,
      gitHub: {
        ...repository(),
        serverUrl: context.serverUrl,
        graphqlUrl: context.graphqlUrl,
        runId: context.runId,
        connect(token) {
          const octokit = getOctokit(token, { log: SILENT });
          const request: SendToGitHub = (route, parameters) =>
            octokit.request(route, {
              ...parameters,
              request: { signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(GITHUB_TIMEOUT_MS)]) },
            });
          return sendPatiently(request, { signal: stopping.signal });
        },
      },
    });
  } catch (error) {
    const known = error instanceof IngestError;
    host.error(
      known
        ? `${error.message}\n${error.next}`
        : `Unexpected error: ${error instanceof Error ? error.stack : String(error)}`,
    );
    process.exitCode = known ? error.exitCode : EXIT.unexpected;
    core.setOutput('status', 'failed');
    core.setOutput('exit-code', String(process.exitCode));
  } finally {
    host.end?.();
  }
}

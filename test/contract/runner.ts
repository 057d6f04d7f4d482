import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundles.ts';
import { runChild } from './child.ts';
import { ACTION_NODE } from './runtimes.ts';

export interface Annotation {
  readonly type: 'error' | 'warning' | 'notice';
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What GitHub's runner makes of a step. */
export interface StepRun {
  readonly code: number | null;
  /** As a reader sees it: masks applied. */
  readonly log: string;
  /** As the process wrote it. */
  readonly raw: string;
  readonly commands: readonly { readonly name: string; readonly line: number }[];
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** Null when it was over 1 MiB, which discards it whole. */
  readonly summary: string | null;
  /** The files that the step left in RUNNER_TEMP, by the path of an output. */
  readonly read: (path: string) => string;
}

const MAX_SUMMARY = 1_048_576;
const COMMANDS = new Set([
  'add-mask',
  'debug',
  'notice',
  'warning',
  'error',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
  'add-matcher',
  'remove-matcher',
  'save-state',
  'set-output',
  'set-env',
  'add-path',
]);

/**
 * Runs dist/index.js as the runner does: a clean environment, the event in a file, commands read from both streams, files for
 * outputs and summary (facts from the runner's source, 2.336).
 */
export async function runStep(
  step: {
    readonly event: string;
    readonly payload?: unknown;
    readonly inputs: Readonly<Record<string, string>>;
    readonly workspace: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
  },
  context: { after: (work: () => void) => void },
): Promise<StepRun> {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  context.after(() => rmSync(temp, { recursive: true, force: true }));
  const files = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'];
  const path = (name: string) => join(temp, name);
  for (const file of files) writeFileSync(path(file), '');
  writeFileSync(path('event.json'), JSON.stringify(step.payload ?? {}));
  mkdirSync(path('temp'));
  const ended = await runChild(ACTION_NODE, [bundle('index.js')], {
    cwd: step.workspace,
    ...(step.onStart === undefined ? {} : { onStart: step.onStart }),
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: step.workspace,
      GITHUB_EVENT_NAME: step.event,
      GITHUB_EVENT_PATH: path('event.json'),
      GITHUB_REPOSITORY: 'acme/catalog',
      GITHUB_SHA: 'f'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '1',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
      RUNNER_TEMP: path('temp'),
      ...Object.fromEntries(files.map((file) => [file, path(file)])),
      ...Object.fromEntries(
        Object.entries(step.inputs).map(([name, value]) => [
          `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
          value,
        ]),
      ),
      ...step.env,
    },
  });
  return { code: ended.code, ...understand(ended.output), ...filesOf(path) };
}

function understand(raw: string) {
  const masks: string[] = [];
  const commands: { name: string; line: number }[] = [];
  const annotations: Annotation[] = [];
  for (const [line, text] of raw.split(/\r?\n/).entries()) {
    const found =
      /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(text) ?? /##\[([\w-]+)(?: ([^\]]*))?\](.*)$/.exec(text);
    const [, name = '', properties = '', data = ''] = found ?? [];
    if (found === null || !COMMANDS.has(name)) continue;
    commands.push({ name, line });
    if (name === 'add-mask') masks.push(decoded(data));
    if (name === 'error' || name === 'warning' || name === 'notice')
      annotations.push({ type: name, properties: read(properties), message: decoded(data).slice(0, 4096) });
  }
  const lines = raw.split(/\r?\n/).filter((text) => !/^\s*::add-mask::/.test(text));
  const log = masks
    .filter((mask) => mask !== '')
    .reduce((text, mask) => text.replaceAll(mask, '***'), lines.join('\n'));
  return { raw, masks, commands, annotations, log };
}

const decoded = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

const read = (properties: string): Record<string, string> =>
  Object.fromEntries(
    properties
      .split(',')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), decoded(pair.slice(pair.indexOf('=') + 1))]),
  );

function filesOf(path: (name: string) => string) {
  const summary = readFileSync(path('GITHUB_STEP_SUMMARY'), 'utf8');
  const outputs: Record<string, string> = {};
  const lines = readFileSync(path('GITHUB_OUTPUT'), 'utf8').split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, delimiter] = /^([^=]+?)<<(.*)$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    outputs[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return {
    outputs,
    summary: Buffer.byteLength(summary) > MAX_SUMMARY ? null : summary,
    read: (file: string) => readFileSync(file, 'utf8'),
  };
}

import { parseArgs } from 'node:util';
import { EXIT, IngestError } from '../errors.ts';
import { VERBS, type Verb } from './verbs.ts';

/** The command line, understood. */
export interface Arguments {
  readonly verb: Verb | null;
  readonly help: boolean;
  readonly version: boolean;
  readonly configs: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly colour: boolean | null;
  readonly summary: string | null;
  readonly report: string | null;
  readonly maxDeletions: number | null;
  readonly maxDeletionShare: number | null;
  readonly detailedExitCode: boolean;
  /** What is not a configuration: the report of `explain`, the SQL files of `lineage`. */
  readonly subjects: readonly string[];
  readonly dialect: string | null;
  readonly catalog: string | null;
}

const OPTIONS = {
  config: { type: 'string', short: 'c', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  verbose: { type: 'boolean', short: 'v' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  summary: { type: 'string' },
  report: { type: 'string' },
  'max-deletions': { type: 'string' },
  'max-deletion-share': { type: 'string' },
  'detailed-exitcode': { type: 'boolean' },
  dialect: { type: 'string' },
  catalog: { type: 'string' },
} as const;

/** @throws IngestError (exit code 2) for an unknown verb or option. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = understood(argv);
  const [word, ...rest] = positionals;
  const verb = word === undefined ? null : VERBS.find((known) => known === word);
  if (verb === undefined) throw misuse(`Unknown command: ${word}`);
  if (verb === 'demo' && rest.length > 0) throw misuse(`demo takes no file: ${rest.join(' ')}`);
  return {
    verb,
    help: values.help ?? false,
    version: values.version ?? false,
    ...sorted(verb, values.config ?? [], rest),
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    verbose: values.verbose ?? false,
    colour: values['no-color'] ? false : (values.color ?? null),
    summary: values.summary ?? null,
    report: values.report ?? null,
    maxDeletions: number('--max-deletions', values['max-deletions'], Number.MAX_SAFE_INTEGER),
    maxDeletionShare: number('--max-deletion-share', values['max-deletion-share'], 1),
    detailedExitCode: values['detailed-exitcode'] ?? false,
    dialect: values.dialect ?? null,
    catalog: values.catalog ?? null,
  };
}

/** `explain` ends with the report, `lineage` has no configuration; to the others every file is one. */
function sorted(
  verb: Verb | null,
  named: readonly string[],
  rest: readonly string[],
): Pick<Arguments, 'configs' | 'subjects'> {
  if (verb === 'lineage') return { configs: named, subjects: rest };
  const own = verb === 'explain' ? 1 : 0;
  const split = Math.max(0, rest.length - own);
  return { configs: [...named, ...rest.slice(0, split)], subjects: rest.slice(split) };
}

function understood(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw misuse(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function number(option: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= most)) {
    throw misuse(`${option} must be a number from 0 to ${most}, not ${JSON.stringify(text)}`);
  }
  return value;
}

export const misuse = (message: string): IngestError =>
  new IngestError('usage', message, { next: 'Run mode-ingest --help.', exitCode: EXIT.configuration });

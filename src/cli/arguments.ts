import { parseArgs } from 'node:util';
import { didYouMean } from '../config/did-you-mean.ts';
import { MINUTES, readMinutes } from '../config/minutes.ts';
import { hoursOf, type Settings } from '../config/settings.ts';
import { MOST_SHARDS, type Shard, shardOf } from '../config/shard.ts';
import { MODE_READS } from '../config/workflow-config.ts';
import { EXIT, IngestError } from '../errors.ts';
import { shardCountOf } from '../matrix/matrix.ts';
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
  readonly html: string | null;
  /** Where to write the plan for approval. */
  readonly plan: string | null;
  /** The plan that alone may be applied. */
  readonly approvedPlan: string | null;
  readonly maxDeletions: number | null;
  readonly maxDeletionShare: number | null;
  readonly detailedExitCode: boolean;
  /** `drift`: hours since the last ingestion that succeeded; null for any. */
  readonly maxAgeHours: number | null;
  /** `migrate`: puts the new text in the file's place, or only says whether there is one. */
  readonly write: boolean;
  readonly check: boolean;
  /** What takes the place of the file's own settings. */
  readonly settings: Settings;
  /** The part of the workspace to keep to; null for all of it. */
  readonly shard: Shard | null;
  /** Shards that a list makes of every configuration; null for none. */
  readonly shards: number | null;
  /** What is not a configuration: the report of `explain`, the SQL files of `lineage`, the folder of `init`. */
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
  html: { type: 'string' },
  plan: { type: 'string' },
  'approved-plan': { type: 'string' },
  'max-age': { type: 'string' },
  'mode-read': { type: 'string' },
  'max-deletions': { type: 'string' },
  'max-deletion-share': { type: 'string' },
  'detailed-exitcode': { type: 'boolean' },
  incremental: { type: 'boolean' },
  full: { type: 'boolean' },
  'full-every': { type: 'string' },
  'time-budget': { type: 'string' },
  'register-run': { type: 'boolean' },
  shard: { type: 'string' },
  shards: { type: 'string' },
  dialect: { type: 'string' },
  catalog: { type: 'string' },
  write: { type: 'boolean' },
  check: { type: 'boolean' },
} as const;

const ANY_VERB = ['help', 'version', 'json', 'quiet', 'verbose', 'color', 'no-color'];
/** Of a verb whose answer is a text, whatever is asked. */
const WITHOUT_JSON = ANY_VERB.filter((option) => option !== 'json');
const OUTPUTS = ['summary', 'report'];
const DELETIONS = ['max-deletions', 'max-deletion-share'];
const SETTINGS = ['incremental', 'full', 'full-every', 'mode-read', 'time-budget'];
const RUNNING = [...ANY_VERB, 'config', ...OUTPUTS, 'html', ...DELETIONS];
const PLANNING = [...RUNNING, ...SETTINGS, 'plan'];
const INGESTING = [...RUNNING, 'register-run'];
/** What a verb does not use it does not take: an option that is passed over in silence is a trap. */
const TAKES: Readonly<Record<Verb, readonly string[]>> = {
  validate: [...ANY_VERB, 'config', ...OUTPUTS],
  plan: [...PLANNING, 'shard', 'detailed-exitcode'],
  drift: [...PLANNING, 'max-age'],
  ingest: [...INGESTING, ...SETTINGS, 'approved-plan', 'shard'],
  sweep: [...INGESTING, 'full-every'],
  list: [...ANY_VERB, 'config', 'shards'],
  doctor: [...ANY_VERB, 'config'],
  demo: [...ANY_VERB, ...OUTPUTS, 'html'],
  explain: [...ANY_VERB, 'config'],
  lineage: [...ANY_VERB, 'dialect', 'catalog'],
  schema: ['help', 'version'],
  init: ['help', 'version'],
  migrate: [...WITHOUT_JSON, 'config', 'write', 'check'],
};

/** @throws IngestError (exit code 2) for an unknown verb or option. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = understood(argv);
  const [word, ...rest] = positionals;
  const verb = word === undefined ? null : VERBS.find((known) => known === word);
  if (verb === undefined) throw misuse(`Unknown command: ${word}${perhaps(word)}`);
  if ((verb === 'demo' || verb === 'schema') && rest.length > 0)
    throw misuse(`${verb} takes no file: ${rest.join(' ')}`);
  if (verb === 'init' && rest.length > 1) throw misuse(`init takes one folder: ${rest.join(' ')}`);
  const surplus = verb === null ? undefined : Object.keys(values).find((name) => !TAKES[verb].includes(name));
  if (surplus !== undefined) throw misuse(`${verb} takes no --${surplus}`);
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
    html: values.html ?? null,
    plan: values.plan ?? null,
    approvedPlan: values['approved-plan'] ?? null,
    maxDeletions: wholeNumber('--max-deletions', values['max-deletions']),
    maxDeletionShare: share('--max-deletion-share', values['max-deletion-share']),
    detailedExitCode: values['detailed-exitcode'] ?? false,
    maxAgeHours: hours('--max-age', values['max-age']) ?? null,
    write: values.write ?? false,
    check: values.check ?? false,
    settings: settings(values),
    shard: shard(values.shard),
    shards: shards(values.shards),
    dialect: values.dialect ?? null,
    catalog: values.catalog ?? null,
  };
}

/** `explain` ends with the report, `lineage` and `init` have no configuration; to the others every file is one. */
function sorted(
  verb: Verb | null,
  named: readonly string[],
  rest: readonly string[],
): Pick<Arguments, 'configs' | 'subjects'> {
  if (verb === 'lineage' || verb === 'init') return { configs: named, subjects: rest };
  const own = verb === 'explain' ? 1 : 0;
  const split = Math.max(0, rest.length - own);
  return { configs: [...named, ...rest.slice(0, split)], subjects: rest.slice(split) };
}

function settings(values: ReturnType<typeof understood>['values']): Settings {
  const { incremental, full, 'full-every': span, 'register-run': registerRun } = values;
  if (incremental && full) throw misuse('--incremental and --full exclude each other');
  const fullEveryHours = hours('--full-every', span);
  const modeRead = choice('--mode-read', values['mode-read'], MODE_READS);
  const { 'time-budget': minutes } = values;
  const timeBudget = minutes === undefined ? undefined : readMinutes(minutes.trim());
  if (timeBudget === null)
    throw misuse(`--time-budget must be minutes, ${MINUTES}, not ${JSON.stringify(minutes)}`);
  return {
    ...(incremental || full ? { incremental: incremental === true } : {}),
    ...(modeRead === null ? {} : { modeRead }),
    ...(fullEveryHours === undefined ? {} : { fullEveryHours }),
    ...(timeBudget === undefined ? {} : { timeBudget }),
    ...(registerRun === undefined ? {} : { registerRun }),
  };
}

function hours(option: string, span: string | undefined): number | undefined {
  const count = span === undefined ? undefined : hoursOf(span);
  if (count === null) throw misuse(`${option} must be a span such as 24h or 7d, not ${JSON.stringify(span)}`);
  return count;
}

function shard(text: string | undefined): Shard | null {
  const named = text === undefined ? null : shardOf(text);
  if (text !== undefined && named === null)
    throw misuse(`--shard must be a shard such as 1/4, not ${JSON.stringify(text)}`);
  return named;
}

function shards(text: string | undefined): number | null {
  const count = text === undefined ? null : shardCountOf(text);
  if (text !== undefined && count === null)
    throw misuse(`--shards must be a number from 1 to ${MOST_SHARDS}, not ${JSON.stringify(text)}`);
  return count;
}

function understood(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // Node goes on with advice of its own, which does not fit here.
    throw misuse(error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error));
  }
}

function perhaps(word: string | undefined): string {
  const meant = word === undefined ? null : didYouMean(word, VERBS);
  return meant === null ? '' : `; did you mean ${meant}?`;
}

function wholeNumber(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw misuse(`${option} must be a whole number, not ${JSON.stringify(text)}`);
}

function choice<const Word extends string>(
  option: string,
  text: string | undefined,
  words: readonly Word[],
): Word | null {
  if (text === undefined) return null;
  const word = words.find((known) => known === text.toLowerCase());
  if (word !== undefined) return word;
  throw misuse(`${option} must be one of ${words.join(', ')}, not ${JSON.stringify(text)}`);
}

function share(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw misuse(`${option} must be a number from 0 to 1, not ${JSON.stringify(text)}`);
}

export const misuse = (message: string): IngestError =>
  new IngestError('usage', message, { next: 'Run mode-ingest --help.', exitCode: EXIT.configuration });

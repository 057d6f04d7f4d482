import { parseArgs } from 'node:util';
import { didYouMean } from '../config/did-you-mean.ts';
import type { Settings } from '../config/settings.ts';
import type { Shard } from '../config/shard.ts';
import { MODE_READS } from '../config/workflow-config.ts';
import { misuse } from './misuse.ts';
import { hours, minutes, oneOf, shard, shardCount, share, wholeNumber } from './option-values.ts';
import { OPTIONS, TAKES } from './options.ts';
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
    maxAgeHours: hours('--max-age', values['max-age']),
    write: values.write ?? false,
    check: values.check ?? false,
    settings: settings(values),
    shard: shard('--shard', values.shard),
    shards: shardCount('--shards', values.shards),
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
  const { incremental, full, 'register-run': registerRun } = values;
  if (incremental && full) throw misuse('--incremental and --full exclude each other');
  const fullEveryHours = hours('--full-every', values['full-every']);
  const modeRead = oneOf(MODE_READS)('--mode-read', values['mode-read']);
  const timeBudget = minutes('--time-budget', values['time-budget']);
  return {
    ...(incremental || full ? { incremental: incremental === true } : {}),
    ...(modeRead === null ? {} : { modeRead }),
    ...(fullEveryHours === null ? {} : { fullEveryHours }),
    ...(timeBudget === null ? {} : { timeBudget }),
    ...(registerRun === undefined ? {} : { registerRun }),
  };
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

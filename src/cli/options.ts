import type { Verb } from './verbs.ts';

/** The options of the command line, as Node's parseArgs takes them. */
export const OPTIONS = {
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
export const TAKES: Readonly<Record<Verb, readonly string[]>> = {
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

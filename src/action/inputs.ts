import type { GivenSecrets } from '../config/given-secrets.ts';
import { hoursOf, type Settings } from '../config/settings.ts';
import { MOST_SHARDS, type Shard, shardOf } from '../config/shard.ts';
import { EXIT, IngestError } from '../errors.ts';
import { shardCountOf } from '../matrix/matrix.ts';
import { hostEntry } from './allowed-hosts.ts';

export const ACTION_COMMANDS = ['auto', 'validate', 'plan', 'ingest', 'sweep', 'list'] as const;
export const FAIL_ON = ['error', 'partial', 'warnings', 'never'] as const;

/** The action's inputs, checked. Names are those of action.yml. */
export interface ActionInputs {
  readonly config: readonly string[];
  readonly command: (typeof ACTION_COMMANDS)[number];
  readonly secrets: GivenSecrets;
  /** Hosts in lower case, with or without a port; null when the input was left empty. */
  readonly allowedHosts: readonly string[] | null;
  readonly maxDeletions: number | null;
  readonly maxDeletionShare: number;
  /** What takes the place of the file's own settings. */
  readonly settings: Settings;
  /** The part of the workspace to keep to; null for all of it. */
  readonly shard: Shard | null;
  /** Shards that a list makes of every configuration; null for none. */
  readonly shards: number | null;
  readonly failOn: (typeof FAIL_ON)[number];
  readonly reportPath: string | null;
  readonly summary: boolean;
}

/** @throws IngestError (exit code 2) that names the input, its value and what it takes. */
export function readInputs(getInput: (name: string) => string): ActionInputs {
  const text = (name: string) => getInput(name).trim();
  const config = list(text('config'), /\r?\n/);
  if (config.length === 0) throw wrong('config', 'is empty', 'Give it the path of the workflow YAML.');
  const secret = <Key extends keyof GivenSecrets>(key: Key, name: string) => {
    const value = getInput(name);
    return value === '' ? {} : { [key]: value };
  };
  const command = oneOf('command', text('command') || 'auto', ACTION_COMMANDS);
  const hosts = list(text('allowed-hosts'), /[\s,]+/).map(hostEntry);
  return {
    config,
    command,
    secrets: {
      ...secret('modeAccessToken', 'mode-access-token'),
      ...secret('modeAccessTokenPassword', 'mode-access-token-password'),
      ...secret('openMetadataJwtToken', 'openmetadata-jwt-token'),
    },
    allowedHosts: hosts.length === 0 ? null : hosts,
    maxDeletions: text('max-deletions') === '' ? null : wholeNumber('max-deletions', text('max-deletions')),
    maxDeletionShare: share('max-deletion-share', text('max-deletion-share') || '0.25'),
    settings: settings(text('incremental'), text('full-every'), command),
    ...shardInputs(text('shard'), text('shards'), command),
    failOn: oneOf('fail-on', text('fail-on') || 'partial', FAIL_ON),
    reportPath: text('report-path') || null,
    summary: oneOf('summary', text('summary') || 'true', ['true', 'false']) === 'true',
  };
}

function settings(incremental: string, fullEvery: string, command: ActionInputs['command']): Settings {
  const hours = fullEvery === '' ? undefined : hoursOf(fullEvery);
  if (hours === null)
    throw wrong('full-every', `is ${JSON.stringify(fullEvery)}`, 'It takes a span such as 24h or 7d.');
  if (command === 'sweep' && incremental.toLowerCase() === 'false')
    throw wrong('incremental', 'is "false"', 'A sweep is always incremental; to read all anew, ingest.');
  return {
    ...(incremental === ''
      ? {}
      : { incremental: oneOf('incremental', incremental, ['true', 'false']) === 'true' }),
    ...(hours === undefined ? {} : { fullEveryHours: hours }),
  };
}

function shardInputs(
  shardInput: string,
  shardsInput: string,
  command: ActionInputs['command'],
): Pick<ActionInputs, 'shard' | 'shards'> {
  const shard = shardInput === '' ? null : shardOf(shardInput);
  const shards = shardsInput === '' ? null : shardCountOf(shardsInput);
  if (shardInput !== '' && shard === null)
    throw wrong('shard', `is ${JSON.stringify(shardInput)}`, 'It takes a shard such as 1/4.');
  if (shardsInput !== '' && shards === null)
    throw wrong('shards', `is ${JSON.stringify(shardsInput)}`, `It takes a number from 1 to ${MOST_SHARDS}.`);
  if (shard !== null && (command === 'sweep' || command === 'list'))
    throw wrong(
      'shard',
      `is given to the command ${command}`,
      'Leave it out: that is for the whole workspace.',
    );
  if (shards !== null && command !== 'list')
    throw wrong('shards', `is given to the command ${command}`, 'It is for the command list alone.');
  return { shard, shards };
}

const list = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');

function oneOf<const Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((known) => known === value.toLowerCase());
  if (choice === undefined)
    throw wrong(name, `is ${JSON.stringify(value)}`, `It takes ${choices.join(', ')}.`);
  return choice;
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw wrong(name, `is ${JSON.stringify(text)}`, 'It takes a whole number.');
}

function share(name: string, text: string): number {
  const value = Number(text);
  if (value >= 0 && value <= 1) return value;
  throw wrong(name, `is ${JSON.stringify(text)}`, 'It takes a number from 0 to 1.');
}

const wrong = (name: string, what: string, next: string) =>
  new IngestError('input', `The input ${name} ${what}.`, { next, exitCode: EXIT.configuration });

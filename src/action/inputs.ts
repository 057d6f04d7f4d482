import type { GivenSecrets } from '../config/given-secrets.ts';
import { MODE_READS, type ModeRead } from '../config/workflow-config.ts';
import { EXIT, IngestError } from '../errors.ts';
import { hostEntry } from './allowed-hosts.ts';

export const ACTION_COMMANDS = ['auto', 'validate', 'plan', 'ingest'] as const;
export const FAIL_ON = ['error', 'partial', 'warnings', 'never'] as const;

/** The action's inputs, checked. Names are those of action.yml. */
export interface ActionInputs {
  readonly config: readonly string[];
  readonly command: (typeof ACTION_COMMANDS)[number];
  readonly secrets: GivenSecrets;
  /** Hosts in lower case, with or without a port; null when the input was left empty. */
  readonly allowedHosts: readonly string[] | null;
  /** How Mode is read; null leaves it to the YAML. */
  readonly modeRead: ModeRead | null;
  readonly maxDeletions: number | null;
  readonly maxDeletionShare: number;
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
  const hosts = list(text('allowed-hosts'), /[\s,]+/).map(hostEntry);
  return {
    config,
    command: oneOf('command', text('command') || 'auto', ACTION_COMMANDS),
    secrets: {
      ...secret('modeAccessToken', 'mode-access-token'),
      ...secret('modeAccessTokenPassword', 'mode-access-token-password'),
      ...secret('openMetadataJwtToken', 'openmetadata-jwt-token'),
      ...secret('modeDiscoveryToken', 'discovery-token'),
    },
    allowedHosts: hosts.length === 0 ? null : hosts,
    modeRead: text('mode-read') === '' ? null : oneOf('mode-read', text('mode-read'), MODE_READS),
    maxDeletions: text('max-deletions') === '' ? null : wholeNumber('max-deletions', text('max-deletions')),
    maxDeletionShare: share('max-deletion-share', text('max-deletion-share') || '0.25'),
    failOn: oneOf('fail-on', text('fail-on') || 'partial', FAIL_ON),
    reportPath: text('report-path') || null,
    summary: oneOf('summary', text('summary') || 'true', ['true', 'false']) === 'true',
  };
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

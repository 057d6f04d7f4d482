import type { GivenSecrets } from '../config/given-secrets.ts';
import type { Settings } from '../config/settings.ts';
import type { Shard } from '../config/shard.ts';
import { hostEntry } from './allowed-hosts.ts';
import { type CommentInputs, readCommentInputs } from './comment-inputs.ts';
import { list, oneOf, share, wholeNumber, wrong, yesNo } from './input-values.ts';
import { readSettings } from './settings-inputs.ts';
import { readShards } from './shard-inputs.ts';

export const ACTION_COMMANDS = ['auto', 'validate', 'plan', 'ingest', 'sweep', 'list'] as const;
export const FAIL_ON = ['error', 'partial', 'warnings', 'never'] as const;

/** The action's inputs, checked. Names are those of action.yml. */
export interface ActionInputs extends CommentInputs {
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
  readonly htmlPath: string | null;
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
  const settings = readSettings(text);
  if (command === 'sweep' && settings.incremental === false)
    throw wrong('incremental', 'is "false"', 'A sweep is always incremental; to read all anew, ingest.');
  const hosts = list(text('allowed-hosts'), /[\s,]+/).map(hostEntry);
  return {
    config,
    command,
    secrets: {
      ...secret('modeAccessToken', 'mode-access-token'),
      ...secret('modeAccessTokenPassword', 'mode-access-token-password'),
      ...secret('openMetadataJwtToken', 'openmetadata-jwt-token'),
      ...secret('modeDiscoveryToken', 'discovery-token'),
    },
    allowedHosts: hosts.length === 0 ? null : hosts,
    maxDeletions: text('max-deletions') === '' ? null : wholeNumber('max-deletions', text('max-deletions')),
    maxDeletionShare: share('max-deletion-share', text('max-deletion-share') || '0.25'),
    settings,
    ...readShards(text, command),
    ...readCommentInputs(text),
    failOn: oneOf('fail-on', text('fail-on') || 'partial', FAIL_ON),
    reportPath: text('report-path') || null,
    htmlPath: text('html-path') || null,
    summary: yesNo('summary', text('summary') || 'true'),
  };
}

import { CREDENTIALS, type Credential } from './credentials.ts';
import {
  isNull,
  type MapNode,
  nodeAt,
  type Place,
  type ScalarNode,
  withNode,
} from './document/config-node.ts';
import { locate } from './document/locate.ts';
import type { GivenSecrets } from './given-secrets.ts';
import { isPlaceholder } from './placeholders.ts';
import { type ReadFile, readSecretFile } from './read-secret-file.ts';
import { type Note, problem, type Remark, remarkOn } from './remark.ts';
import { looksLikeFile, tidyCredential } from './tidy/credential.ts';

export interface FillOptions {
  readonly given: GivenSecrets;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: ReadFile;
  /** false leaves a missing credential empty. */
  readonly required: boolean;
}

interface Filled {
  readonly root: MapNode;
  readonly remarks: readonly Remark[];
  /** Every secret met on the way, the ones that were not chosen too. */
  readonly secrets: readonly string[];
}

/**
 * Puts the three credentials in their places. In order: a variable or file that the YAML names, the secret that was given to
 * the run, plain text in the YAML. A placeholder counts as nothing.
 */
export async function fillCredentials(root: MapNode, options: FillOptions): Promise<Filled> {
  let filled: Filled = { root, remarks: [], secrets: [] };
  for (const credential of CREDENTIALS) {
    if (nodeAt(root, credential.section)?.kind !== 'map') continue;
    const { remarks, secrets } = filled;
    const one = await fillOne(filled.root, credential, options);
    filled = { root: one.root, remarks: [...remarks, ...one.remarks], secrets: [...secrets, ...one.secrets] };
  }
  return filled;
}

async function fillOne(root: MapNode, credential: Credential, options: FillOptions): Promise<Filled> {
  const { path, samples } = credential;
  const at = locate(root, path);
  const node = credentialNode(root, credential);
  if (node === null) return { root, remarks: [], secrets: [] };

  const notes: Note[] = [];
  let written = typeof node.value === 'string' && !isPlaceholder(node.value, samples) ? node.value : null;
  const secrets = [written, given(credential, options)].filter((secret) => secret !== null);
  let isReference = node.fromVariable === true;
  if (written !== null && path.at(-1) === 'jwtToken' && looksLikeFile(written)) {
    const content = await readSecretFile(written.trim(), options.readFile);
    if (typeof content !== 'string')
      notes.push(options.required ? content : { ...content, severity: 'notice' });
    written = typeof content === 'string' ? content.trim() : null;
    if (written !== null) secrets.push(written);
    isReference = true;
  } else if (written !== null && !isReference && at !== null) {
    notes.push(inFile(credential));
  }

  const other = given(credential, options);
  const chosen = isReference ? (written ?? other) : (other ?? written);
  if (chosen === null && notes.length === 0) notes.push(missing(credential, node, options.required));
  const tidy = tidyCredential(chosen ?? '', path.at(-1) === 'jwtToken');
  notes.push(...tidy.notes);
  const value: ScalarNode = { kind: 'scalar', value: tidy.value, at: node.at };
  return {
    root: withNode(root, path, value),
    remarks: notes.map((note) => remarkOn(path, at, note)),
    secrets: [...secrets, tidy.value],
  };
}

/** What the YAML has; null where it is of a kind that only zod's complaint fits. */
function credentialNode(root: MapNode, { path }: Credential): ScalarNode | null {
  const parent = nodeAt(root, path.slice(0, -1));
  if (parent !== undefined && parent.kind !== 'map' && !isNull(parent)) return null;
  const node = nodeAt(root, path);
  const empty = (at: Place | null): ScalarNode => ({ kind: 'scalar', value: null, at });
  if (node === undefined) return empty(null);
  // `{bot_jwt_token}` without quotes is a map to YAML.
  if (node.kind === 'map') return node.entries.size <= 1 ? empty(node.at) : null;
  return node.kind === 'scalar' ? node : null;
}

function given({ secret, variable }: Credential, { given: secrets, env }: FillOptions): string | null {
  const value: unknown = secrets[secret] ?? env[variable];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

const inFile = ({ variable, input }: Credential): Note => ({
  severity: 'warning',
  code: 'secret-in-file',
  message: 'holds a credential as plain text',
  next: `Write \${${variable}} here and keep the value in a secret, or give it as the input ${input}; then renew it.`,
});

/** Without the variable's name: a password that begins with a dollar looks like one. */
function missing({ secret, variable, input }: Credential, node: ScalarNode, required: boolean): Note {
  const why = node.unset?.length ? 'names an environment variable that is not set' : 'has no value';
  const bot = secret === 'openMetadataJwtToken' ? ' It is a bot’s token, whatever `authProvider` says.' : '';
  const next = `Set the environment variable ${variable}, or give the action the input ${input}.${bot}`;
  const note = problem('missing-credential', why, next);
  return required ? note : { ...note, severity: 'notice' };
}

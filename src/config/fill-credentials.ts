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
import { readDiscoveryToken } from './tidy/discovery-token.ts';

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
 * Puts the credentials in their places. In order: a variable or file that the YAML names, the secret that was given to
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
  const { path, shape } = credential;
  const at = locate(root, path);
  const node = credentialNode(root, credential);
  if (node === null) return { root, remarks: [], secrets: [] };

  const written = await readWritten(node, credential, options);
  const other = given(credential, options);
  const chosen = written.isReference ? (written.text ?? other) : (other ?? written.text);
  const tidy = tidyCredential(chosen ?? '', shape);
  const notes = [...written.notes, ...tidy.notes];
  if (chosen === null && credential.required && written.notes.length === 0)
    notes.push(missing(credential, node, options.required));
  return {
    root: withNode(root, path, { kind: 'scalar', value: tidy.value, at: node.at }),
    remarks: notes.map((note) => remarkOn(path, at, note)),
    secrets: [written.text, other, tidy.value].flatMap((text) =>
      text === null ? [] : secretsIn(text, shape),
    ),
  };
}

/** Each half of a pair that is joined is a secret by itself. */
const secretsIn = (text: string, shape: Credential['shape']): readonly string[] =>
  shape === 'discovery' ? [text, ...(readDiscoveryToken(text.trim())?.secrets ?? [])] : [text];

interface Written {
  /** null where the YAML has nothing, a placeholder, or a file that cannot be read. */
  readonly text: string | null;
  /** The YAML names a variable or a file: somebody's choice, which a secret for all files does not undo. */
  readonly isReference: boolean;
  readonly notes: readonly Note[];
}

async function readWritten(node: ScalarNode, credential: Credential, options: FillOptions): Promise<Written> {
  const text =
    typeof node.value === 'string' && !isPlaceholder(node.value, credential.samples) ? node.value : null;
  const isReference = node.fromVariable === true;
  if (text === null) return { text, isReference, notes: [] };
  if (credential.shape === 'jwt' && looksLikeFile(text)) {
    const content = await readSecretFile(text.trim(), options.readFile);
    if (typeof content === 'string') return { text: content.trim(), isReference: true, notes: [] };
    const note: Note = options.required ? content : { ...content, severity: 'notice' };
    return { text: null, isReference: true, notes: [note] };
  }
  const isPlain = !isReference && node.at !== null;
  return { text, isReference, notes: isPlain ? [inFile(credential)] : [] };
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
  return node.kind === 'scalar' && (node.value === null || typeof node.value === 'string') ? node : null;
}

function given({ secret, variable }: Credential, { given: secrets, env }: FillOptions): string | null {
  const isThere = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  return [secrets[secret], env[variable]].find(isThere) ?? null;
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

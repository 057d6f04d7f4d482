import { Buffer } from 'node:buffer';
import { advise } from './advice.ts';
import { buildConfig } from './build-config.ts';
import { CREDENTIALS, OPEN_METADATA } from './credentials.ts';
import { type MapNode, nodeAt, type Path, plainValue, textAt } from './document/config-node.ts';
import { parseDocument } from './document/parse-document.ts';
import { valueToNode } from './document/value-to-node.ts';
import { fillCredentials } from './fill-credentials.ts';
import type { GivenSecrets } from './given-secrets.ts';
import { issueRemarks } from './issue-remarks.ts';
import { misfits } from './misfits.ts';
import { misplacedSecrets } from './misplaced-secrets.ts';
import { normaliseKeys } from './normalise-keys.ts';
import { placedTexts } from './placed-texts.ts';
import { readCertificates } from './read-certificates.ts';
import { pathText, type Remark } from './remark.ts';
import { workflowFile } from './schema/workflow-file.ts';
import { substitute } from './substitute.ts';
import type { Finding, ModeRead, WorkflowConfig } from './workflow-config.ts';

export interface LoadOptions {
  /** For messages only. */
  readonly path: string;
  /** Where `${NAME}` is looked up, and the credentials under their usual names. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: GivenSecrets;
  /** Stands in place of the file's own choice. */
  readonly modeRead?: ModeRead;
  /** Reads a file that the configuration names: a token or a certificate. */
  readonly readFile: (path: string) => Promise<string>;
  /** Default true. false leaves a credential that is missing empty, with a notice. */
  readonly requireSecrets?: boolean;
}

export interface LoadedConfig {
  /** null when a finding is an error. */
  readonly config: WorkflowConfig | null;
  /** All of them, in the order of the file. */
  readonly findings: readonly Finding[];
  /** Every secret value now known, to be masked; also when the configuration is refused. */
  readonly secrets: readonly string[];
}

interface Parsed {
  readonly root: MapNode | null;
  readonly remarks: readonly Remark[];
}

/** The workflow YAML or JSON text to its configuration. Never throws on what is in the text. */
export const loadConfig = (text: string, options: LoadOptions): Promise<LoadedConfig> =>
  load(parseDocument(text), options);

/** The same for a value that is parsed already: its findings name paths in place of lines. */
export const loadConfigValue = (value: object, options: LoadOptions): Promise<LoadedConfig> =>
  load(valueToNode(value), options);

async function load(parsed: Parsed, options: LoadOptions): Promise<LoadedConfig> {
  const required = options.requireSecrets ?? true;
  const { env, readFile, secrets: given } = options;
  if (parsed.root === null)
    return {
      config: null,
      findings: findings(parsed.remarks, options),
      secrets: maskable(Object.values(given)),
    };

  const named = normaliseKeys(parsed.root, workflowFile);
  const substituted = substitute(named.root, { env, mayBeUnset: isCredential });
  const advice = advise(substituted.root, { required });
  const credentials = await fillCredentials(substituted.root, { given, env, readFile, required });
  const certificates = await readCertificates(credentials.root, { readFile, required });
  const { root } = certificates;
  const secrets = [...Object.values(given), ...credentials.secrets, ...certificates.secrets];
  const misplaced = misplacedSecrets(root, secrets);
  const checked = workflowFile.safeParse(plainValue(root));
  const issues = checked.success ? [] : issueRemarks(checked.error.issues, root);
  const config = checked.success
    ? overridden(buildConfig(checked.data, options.path, placedTexts(root)), options)
    : null;
  const lacks = config === null ? [] : misfits(config, root, { required });

  const remarks = [
    ...[named, substituted, credentials, certificates].flatMap((step) => step.remarks),
    ...[...advice, ...misplaced, ...issues, ...lacks],
  ];
  const refused = remarks.some(({ severity }) => severity === 'error');
  return {
    config: refused ? null : config,
    findings: findings(remarks, options),
    secrets: knownSecrets(root, secrets),
  };
}

const overridden = (config: WorkflowConfig, { modeRead }: LoadOptions): WorkflowConfig =>
  modeRead ? { ...config, source: { ...config.source, modeRead } } : config;

const isCredential = (path: Path): boolean =>
  CREDENTIALS.some((credential) => pathText(credential.path) === pathText(path));

function findings(remarks: readonly Remark[], { path }: LoadOptions): readonly Finding[] {
  const order = ({ at }: Remark) => (at === null ? 0 : at.line * 1e6 + at.column);
  return [...remarks]
    .sort((left, right) => order(left) - order(right))
    .map(({ at, ...finding }) => ({ ...finding, file: path, ...(at === null ? {} : at) }));
}

/** The values themselves, those of the headers, and the form in which Mode's pair travels. */
function knownSecrets(root: MapNode, values: readonly unknown[]): readonly string[] {
  const headers = nodeAt(root, [...OPEN_METADATA, 'extraHeaders']);
  const headerValues =
    headers?.kind === 'map' ? [...headers.entries.keys()].map((name) => textAt(headers, [name])) : [];
  return maskable([
    ...values,
    // Short ones are flags, not keys.
    ...headerValues.filter((text) => text !== undefined && text.length >= 12),
    basicPair(root),
  ]);
}

/** Each text as it was given and as it is sent; a mask of a letter or two would eat the log. */
function maskable(values: readonly unknown[]): readonly string[] {
  const texts = values.filter((value) => typeof value === 'string');
  return [...new Set(texts.flatMap((text) => [text, text.trim()]).filter((text) => text.length >= 4))];
}

function basicPair(root: MapNode): string {
  const [token, password] = CREDENTIALS.map(({ path }) => textAt(root, path) ?? '');
  return token && password ? Buffer.from(`${token}:${password}`).toString('base64') : '';
}

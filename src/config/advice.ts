import { MODE_CONNECTION, OPEN_METADATA } from './credentials.ts';
import { type MapNode, nodeAt, textAt } from './document/config-node.ts';
import { locate } from './document/locate.ts';
import { type Note, problem, type Remark, remarkOn } from './remark.ts';
import { tidyModeHost } from './tidy/mode-host.ts';
import { tidyOpenMetadataHost } from './tidy/open-metadata-host.ts';
import type { Tidied } from './tidy/tidied.ts';
import { isSampleWorkspace, tidyWorkspaceName } from './tidy/workspace-name.ts';

const WORKSPACE = [...MODE_CONNECTION, 'workspaceName'];
const VERIFY = [...OPEN_METADATA, 'verifySSL'];
const SSL = [...OPEN_METADATA, 'sslConfig'];

/** Texts that are made fit, and so may be worth a word though they are valid. */
const TIDIED: readonly (readonly [path: readonly string[], tidy: (text: string) => Tidied])[] = [
  [[...MODE_CONNECTION, 'hostPort'], tidyModeHost],
  [WORKSPACE, tidyWorkspaceName],
  [[...OPEN_METADATA, 'hostPort'], tidyOpenMetadataHost],
];

/** What is to be said beside zod's errors: changes made, things without effect, and rules over two keys. Needs no valid tree. */
export function advise(root: MapNode, options: { readonly required: boolean }): readonly Remark[] {
  const remarks: Remark[] = [];
  const say = (path: readonly string[], note: Note) => remarks.push(remarkOn(path, locate(root, path), note));
  const has = (path: readonly string[]) => nodeAt(root, path) !== undefined;

  for (const [path, tidy] of TIDIED) {
    for (const note of tidy(textAt(root, path) ?? '').notes) if (note.severity !== 'error') say(path, note);
  }
  const workspace = textAt(root, WORKSPACE);
  if (workspace !== undefined && isSampleWorkspace(workspace))
    say(WORKSPACE, sampleWorkspace(options.required));

  const verify = textAt(root, VERIFY)?.toLowerCase();
  if (verify === 'ignore') say(VERIFY, UNVERIFIED);
  if (verify === 'validate' && !has([...SSL, 'caCertificate'])) say(VERIFY, NO_CA);
  if (verify !== 'validate' && has([...SSL, 'caCertificate'])) say([...SSL, 'caCertificate'], CA_UNUSED);
  if (has([...SSL, 'sslCertificate']) !== has([...SSL, 'sslKey'])) say(SSL, HALF_A_PAIR);

  const manager = [...OPEN_METADATA, 'secretsManagerProvider'];
  if (!/^(?:noop|db)?$/i.test(textAt(root, manager) ?? '')) say(manager, NO_MANAGER);
  return remarks;
}

const sampleWorkspace = (required: boolean): Note => ({
  ...problem(
    'sample-workspace',
    'is still the sample of the documentation',
    'Write your workspace: the part after the host in app.mode.com/{workspaceName}.',
  ),
  severity: required ? 'error' : 'warning',
});

const UNVERIFIED: Note = {
  severity: 'warning',
  code: 'tls-unverified',
  message: 'turns the check of the server’s certificate off',
  next: 'Use `validate` with sslConfig.caCertificate.',
};

const NO_CA = problem(
  'tls-ca-missing',
  'is `validate`, but there is no sslConfig.caCertificate',
  'Give the certificate’s path or PEM text, or write `no-ssl` for the authorities that are known anyway.',
);

const CA_UNUSED: Note = {
  severity: 'notice',
  code: 'tls-ca-unused',
  message: 'has no effect unless `verifySSL` is `validate`',
};

const HALF_A_PAIR = problem(
  'tls-pair-incomplete',
  'has only one of sslCertificate and sslKey',
  'Give both, or neither.',
);

const NO_MANAGER: Note = {
  severity: 'warning',
  code: 'secrets-manager-ignored',
  message: 'has no effect: references to a secrets manager are not resolved',
  next: 'Give the credentials as secrets of the run.',
};

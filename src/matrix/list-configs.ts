import { loadConfig } from '../config/load-config.ts';
import type { Finding, WorkflowConfig } from '../config/workflow-config.ts';
import type { Host } from '../host/host.ts';
import { clashesIn, type Matrix, matrixOf } from './matrix.ts';

export interface ListOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => Promise<string>;
  readonly shards: number | null;
  readonly host: Pick<Host, 'finding' | 'mask'>;
}

export interface Listed {
  /** Null when a file has an error. */
  readonly matrix: Matrix | null;
  /** Errors and warnings, as the host was told. */
  readonly findings: readonly Finding[];
}

/** The matrix of some configurations, each checked as `validate` does. Needs no credentials and sends nothing. */
export async function listConfigs(
  files: readonly { readonly path: string; readonly text: string }[],
  { env, readFile, shards, host }: ListOptions,
): Promise<Listed> {
  const findings: Finding[] = [];
  const configs: WorkflowConfig[] = [];
  for (const { path, text } of files) {
    const loaded = await loadConfig(text, { path, env, secrets: {}, readFile, requireSecrets: false });
    for (const secret of loaded.secrets) host.mask(secret);
    // A notice says that a credential is missing, and here it should be.
    findings.push(...loaded.findings.filter(({ severity }) => severity !== 'notice'));
    if (loaded.config !== null) configs.push(loaded.config);
  }
  findings.push(...clashesIn(configs));
  for (const finding of findings) host.finding(finding);
  const refused = findings.some(({ severity }) => severity === 'error');
  return { matrix: refused ? null : matrixOf(configs, shards), findings };
}

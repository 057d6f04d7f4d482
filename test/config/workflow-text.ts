import { type LoadedConfig, type LoadOptions, loadConfig } from '../../src/config/load-config.ts';
import type { WorkflowConfig } from '../../src/config/workflow-config.ts';

export const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJib3QifQ.c2lnbmF0dXJl';
export const SECRETS = {
  modeAccessToken: 'given-token',
  modeAccessTokenPassword: 'given-password',
  openMetadataJwtToken: JWT,
};

/** The smallest workflow that is whole but for its credentials. */
export const WORKFLOW = `source:
  type: mode
  serviceName: mode
  serviceConnection:
    config:
      type: Mode
      workspaceName: acme
  sourceConfig:
    config:
      type: DashboardMetadata
sink:
  type: metadata-rest
  config: {}
workflowConfig:
  openMetadataServerConfig:
    hostPort: https://openmetadata.example.com/api
    authProvider: openmetadata
`;

/** The workflow with lines put in after the first that ends in `anchor`. */
export const withLines = (anchor: string, ...lines: string[]): string => {
  const all = WORKFLOW.split('\n');
  const at = all.findIndex((line) => line.endsWith(anchor));
  if (at === -1) throw new Error(`no line ends in ${anchor}`);
  return [...all.slice(0, at + 1), ...lines, ...all.slice(at + 1)].join('\n');
};

export const load = (text: string, options: Partial<LoadOptions> = {}): Promise<LoadedConfig> =>
  loadConfig(text, {
    path: 'mode.yml',
    env: {},
    secrets: SECRETS,
    readFile: () => Promise.reject(new Error('no file was expected')),
    ...options,
  });

/** The configuration of a text that must be valid. */
export async function config(text: string, options: Partial<LoadOptions> = {}): Promise<WorkflowConfig> {
  const loaded = await load(text, options);
  if (loaded.config === null) throw new Error(JSON.stringify(loaded.findings, null, 2));
  return loaded.config;
}

/** Findings in one line each, without the next step. */
export const told = (loaded: LoadedConfig): readonly string[] =>
  problems(loaded).map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`);

/** All findings but the notices on old spellings, which have tests of their own. */
export const problems = ({ findings }: LoadedConfig): LoadedConfig['findings'] =>
  findings.filter(({ code }) => code !== 'old-spelling');

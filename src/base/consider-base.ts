import { changedKeys } from '../config/changed-keys.ts';
import { type LoadOptions, loadConfig } from '../config/load-config.ts';
import { type Settings, withSettings } from '../config/settings.ts';
import type { WorkflowConfig } from '../config/workflow-config.ts';
import { planSettings } from '../plan/plan-settings.ts';
import type { BaseFile } from './base-file.ts';
import type { Comparison } from './comparison.ts';

interface Considered {
  /** Null when the file is as it was. */
  readonly comparison: Comparison | null;
  /** The base's configuration, where it is to be planned too. It opens no connection: both are read with the head's. */
  readonly config: WorkflowConfig | null;
  /** To be masked. */
  readonly secrets: readonly string[];
}

/** What is to be made of the base's configuration beside the one under review. Sends nothing. */
export async function considerBase(
  file: BaseFile,
  head: { readonly text: string; readonly config: WorkflowConfig; readonly secrets: readonly string[] },
  options: LoadOptions & { readonly settings: Settings },
): Promise<Considered> {
  const without = (comparison: Comparison | null, secrets: readonly string[] = []): Considered => ({
    comparison,
    config: null,
    secrets,
  });
  if (file.state === 'absent') return without({ kind: 'new' });
  if (file.state === 'unread') return without({ kind: 'unread', why: file.why });
  if (file.text === head.text) return without(null);

  const loaded = await loadConfig(file.text, { ...options, requireSecrets: false });
  const secrets = [...head.secrets, ...loaded.secrets];
  if (loaded.config === null) {
    const errors = loaded.findings.filter(({ severity }) => severity === 'error');
    return without({ kind: 'invalid', errors: errors.map(({ message }) => message) }, loaded.secrets);
  }
  const config = withSettings(loaded.config, options.settings);
  const keys = changedKeys(file.text, head.text, secrets);
  const why = whatParts(config, head.config);
  if (why !== null) return without({ kind: 'apart', why, keys }, loaded.secrets);
  if (meaning(config) === meaning(head.config)) return without({ kind: 'alike', keys }, loaded.secrets);
  return { comparison: { kind: 'compared', keys }, config, secrets: loaded.secrets };
}

/** Why one reading of both servers does not show what each configuration would do; null when it does. */
function whatParts(base: WorkflowConfig, head: WorkflowConfig): string | null {
  const differ = (of: (config: WorkflowConfig) => unknown) => of(base) !== of(head);
  if (differ(({ mode }) => mode.hostPort) || differ(({ mode }) => mode.workspaceName))
    return 'they name different workspaces of Mode';
  if (differ(({ openMetadata }) => openMetadata.hostPort))
    return 'they name different servers of OpenMetadata';
  if (differ(({ serviceName }) => serviceName)) return 'they name different services of OpenMetadata';
  const key = READING.find((each) => differ(({ source }) => source[each]));
  return key === undefined ? null : `${key} changed, and Mode is read in one way for both`;
}

const READING = ['modeRead', 'chartDetails', 'includeDiscoveryOnlyCollections'] as const;

/** Equal settings make equal plans of one reading. */
const meaning = (config: WorkflowConfig): string => JSON.stringify(planSettings(config));

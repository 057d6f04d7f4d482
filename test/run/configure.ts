import assert from 'node:assert/strict';
import { loadConfigValue } from '../../src/config/load-config.ts';
import type { WorkflowConfig } from '../../src/config/workflow-config.ts';
import type { Scene } from './scene.ts';

export type Source = Readonly<Record<string, unknown>>;

/** The scene's configuration as it is loaded, with changes of its source and of its connection. */
export async function configure(
  { config, env }: Scene,
  source: Source = {},
  connection: Source = {},
): Promise<WorkflowConfig> {
  const { config: mode } = config.source.serviceConnection;
  const { config: metadata } = config.source.sourceConfig;
  const loaded = await loadConfigValue(
    {
      ...config,
      source: {
        ...config.source,
        serviceConnection: { config: { ...mode, ...connection } },
        sourceConfig: { config: { ...metadata, ...source } },
      },
    },
    { path: 'mode.yml', env, secrets: {}, readFile: async () => '' },
  );
  assert.ok(loaded.config, JSON.stringify(loaded.findings));
  return loaded.config;
}

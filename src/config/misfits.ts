import { MODE_CONNECTION } from './credentials.ts';
import type { MapNode } from './document/config-node.ts';
import { locate } from './document/locate.ts';
import { problem, type Remark, remarkOn } from './remark.ts';
import type { WorkflowConfig } from './workflow-config.ts';

/** Choices that do not go together, seen once all of them are known. */
export function misfits(
  { mode, source }: WorkflowConfig,
  root: MapNode,
  { required }: { readonly required: boolean },
): readonly Remark[] {
  if (source.modeRead !== 'discovery' || mode.discoveryToken !== null) return [];
  const path = [...MODE_CONNECTION, 'discoveryToken'];
  return [remarkOn(path, locate(root, path), { ...NO_TOKEN, severity: required ? 'error' : 'notice' })];
}

const NO_TOKEN = problem(
  'missing-credential',
  'has no value, and modeRead is discovery',
  'Set the environment variable MODE_DISCOVERY_TOKEN, give the action the input discovery-token, or set modeRead: auto.',
);

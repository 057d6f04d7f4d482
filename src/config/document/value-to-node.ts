import type { Remark } from '../remark.ts';
import type { ConfigNode, MapEntry, MapNode } from './config-node.ts';

const MOST_LEVELS = 64;
const MOST_NODES = 20_000;

/** A value of the program that calls the library to its tree: no places, since there is no file. null when it is no map. */
export function valueToNode(value: object): {
  readonly root: MapNode | null;
  readonly remarks: readonly Remark[];
} {
  const root = convert(value, 0, { left: MOST_NODES });
  if (root?.kind === 'map') return { root, remarks: [] };
  const remark: Remark = {
    severity: 'error',
    code: root === null ? 'config-too-large' : 'config-not-a-map',
    message:
      root === null
        ? 'The configuration is nested too deep or has too many parts.'
        : 'The configuration is not an object.',
    next: 'Give an object with `source`, `sink` and `workflowConfig`, or the text of the workflow YAML.',
    at: null,
  };
  return { root: null, remarks: [remark] };
}

/** null: larger than any configuration, or a circle. What is no data at all (a function, a symbol) counts as left out. */
function convert(value: unknown, level: number, budget: { left: number }): ConfigNode | null {
  budget.left -= 1;
  if (level > MOST_LEVELS || budget.left < 0) return null;
  if (Array.isArray(value)) {
    const items: ConfigNode[] = [];
    for (const item of value) {
      const node = convert(item, level + 1, budget);
      if (node === null) return null;
      items.push(node);
    }
    return { kind: 'list', items, at: null };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = new Map<string, MapEntry>();
    for (const [key, child] of Object.entries(value)) {
      const node = convert(child, level + 1, budget);
      if (node === null) return null;
      entries.set(key, { writtenAs: key, keyAt: null, node });
    }
    return { kind: 'map', entries, at: null };
  }
  const isData = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', value: isData ? value : null, at: null };
}

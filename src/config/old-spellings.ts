import type { ConfigNode, MapNode } from './document/config-node.ts';
import { pathText, type Remark } from './remark.ts';
import { SERVICE_KEYS, SERVICES_KEY, SERVICES_SECTION } from './schema/service-keys.ts';

const METADATA = 'source.sourceConfig.config';
const BELOW = `${METADATA}.${SERVICES_SECTION}`;

/** A notice at each key that has another name or place today, of a tree whose keys have today's names. They are read all the same. */
export function oldSpellings(root: MapNode): readonly Remark[] {
  const remarks: Remark[] = [];
  const walk = (node: ConfigNode, path: readonly string[]): void => {
    if (node.kind !== 'map') return;
    for (const [key, { writtenAs, keyAt: at, node: child }] of node.entries) {
      const today = todaysName(pathText(path), key);
      if (today !== writtenAs) remarks.push(oldSpelling(pathText([...path, writtenAs]), today, at));
      walk(child, [...path, key]);
    }
  };
  walk(root, []);
  return remarks;
}

/** As the section at `path` would have it written; with the section below it where that is where it belongs. */
function todaysName(path: string, key: string): string {
  if (!SERVICE_KEYS.some((name) => name === key)) return key;
  if (path === BELOW) return SERVICES_KEY;
  return path === METADATA ? `${SERVICES_SECTION}.${SERVICES_KEY}` : key;
}

const oldSpelling = (written: string, today: string, at: Remark['at']): Remark => ({
  severity: 'notice',
  code: 'old-spelling',
  message: `\`${written}\` is an old spelling of \`${today}\`.`,
  next: 'It is read all the same; `mode-ingest migrate` rewrites the file.',
  at,
});

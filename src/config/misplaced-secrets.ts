import { CREDENTIALS, OPEN_METADATA } from './credentials.ts';
import type { ConfigNode, MapNode, Path } from './document/config-node.ts';
import { pathText, problem, type Remark, remarkOn } from './remark.ts';

/** Shorter ones are words that may well stand elsewhere too. */
const SHORTEST = 8;

/** Where a credential belongs, or may go. */
const HOMES = new Set(
  [
    ...CREDENTIALS.map(({ path }) => path),
    [...OPEN_METADATA, 'extraHeaders'],
    [...OPEN_METADATA, 'sslConfig'],
  ].map(pathText),
);

/**
 * Credentials where none belongs, as in `workspaceName: ${MODE_ACCESS_TOKEN}`. Every other value is shown in reports, and some are
 * stored in the catalog.
 */
export function misplacedSecrets(root: MapNode, secrets: readonly unknown[]): readonly Remark[] {
  const known = secrets.filter((secret) => typeof secret === 'string' && secret.length >= SHORTEST);
  const remarks: Remark[] = [];
  const walk = (node: ConfigNode, path: Path): void => {
    if (HOMES.has(pathText(path))) return;
    if (node.kind === 'map') for (const [key, entry] of node.entries) walk(entry.node, [...path, key]);
    else if (node.kind === 'list')
      for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    else if (known.some((secret) => String(node.value).includes(String(secret))))
      remarks.push(remarkOn(path, node.at, MISPLACED));
  };
  walk(root, []);
  return remarks;
}

const MISPLACED = problem(
  'misplaced-credential',
  'holds one of the credentials, and its value is shown in reports',
  'Put the credential where it belongs, and the right value here.',
);

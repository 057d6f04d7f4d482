import type { ChangedKey } from '../base/comparison.ts';
import { CREDENTIALS, OPEN_METADATA } from './credentials.ts';
import { type ConfigNode, plainValue } from './document/config-node.ts';
import { parseDocument } from './document/parse-document.ts';
import { normaliseKeys } from './normalise-keys.ts';
import { pathText } from './remark.ts';
import { workflowFile } from './schema/workflow-file.ts';

/** What stands for a value that is, or may hold, a secret. */
export const NOT_SHOWN = '(not shown)';

/** Keys at which, or below which, secrets stand. */
const SECRET_HOMES = [
  ...CREDENTIALS.map(({ path }) => path),
  [...OPEN_METADATA, 'extraHeaders'],
  [...OPEN_METADATA, 'sslConfig'],
].map(pathText);

/** The keys that differ between two valid files, in the order of the first, under the names that they have today. */
export function changedKeys(
  before: string,
  after: string,
  secrets: readonly string[],
): readonly ChangedKey[] {
  const [old, now] = [valuesIn(before), valuesIn(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  const shown = (key: string, value: string | undefined): string | null => {
    if (value === undefined) return null;
    return isSecret(key, value, secrets) ? NOT_SHOWN : value;
  };
  return keys
    .filter((key) => old.get(key) !== now.get(key))
    .map((key) => ({ key, before: shown(key, old.get(key)), after: shown(key, now.get(key)) }));
}

/** A variable's name is no secret, but its value may be. */
const isSecret = (key: string, value: string, secrets: readonly string[]): boolean =>
  (SECRET_HOMES.some((home) => key === home || key.startsWith(`${home}.`)) &&
    !/^\$\{[A-Za-z_]\w*\}$/.test(value)) ||
  secrets.some((secret) => value.includes(secret));

function valuesIn(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const { root } = parseDocument(text);
  if (root === null) return values;
  const walk = (node: ConfigNode, path: readonly string[]): void => {
    if (node.kind === 'map') {
      for (const [key, entry] of node.entries) walk(entry.node, [...path, key]);
      return;
    }
    if (node.kind === 'list') values.set(pathText(path), node.items.map(written).join(', '));
    else if (node.value !== null) values.set(pathText(path), String(node.value));
  };
  walk(normaliseKeys(root, workflowFile).root, []);
  return values;
}

const written = (node: ConfigNode): string =>
  node.kind === 'scalar' ? String(node.value) : JSON.stringify(plainValue(node));

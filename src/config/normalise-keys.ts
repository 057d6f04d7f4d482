import { didYouMean } from './did-you-mean.ts';
import type { ConfigNode, MapEntry, MapNode, Place } from './document/config-node.ts';
import { duplicateKey } from './document/duplicate-key.ts';
import { knownKey } from './known-key.ts';
import { pathText, type Remark } from './remark.ts';
import { ignored, isOpen, outline, sections, selfEvident } from './schema/outline.ts';

/** What is safe to show: a mangled line can make a key of a secret. */
const SHOWABLE = /^[A-Za-z_][\w-]{0,40}$/;

/**
 * Gives every key its name in OpenMetadata's schema (`access_token` → `accessToken`) and leaves out what has no effect.
 * OpenMetadata's own documentation prints the Mode sample in snake case, which its connector refuses.
 */
export function normaliseKeys(
  root: MapNode,
  schema: unknown,
): { readonly root: MapNode; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const left: { readonly path: readonly string[]; readonly at: Place | null }[] = [];

  const rename = (node: ConfigNode, part: unknown, path: readonly string[]): ConfigNode => {
    const shape = outline(part);
    return shape === null || node.kind !== 'map' ? node : renameMap(node, shape, path, isOpen(part));
  };
  const renameMap = (
    node: MapNode,
    shape: Readonly<Record<string, unknown>>,
    path: readonly string[],
    open: boolean,
  ): MapNode => {
    const entries = new Map<string, MapEntry>();
    for (const entry of node.entries.values()) {
      const key = knownKey(entry.writtenAs, Object.keys(shape));
      const earlier = key === null ? undefined : entries.get(key);
      if (key === null && open && mayBeAnything(entry.writtenAs, Object.keys(shape)))
        left.push({ path: [...path, entry.writtenAs], at: entry.keyAt });
      else if (key === null) remarks.push(unknownKey(entry, path, Object.keys(shape), schema));
      else if (earlier !== undefined) remarks.push(duplicateKey(entry.keyAt, earlier));
      else if (shape[key] === ignored) left.push({ path: [...path, key], at: entry.keyAt });
      else if (shape[key] !== selfEvident)
        entries.set(key, { ...entry, node: rename(entry.node, shape[key], [...path, key]) });
    }
    return { ...node, entries };
  };

  const renamed =
    outline(schema) === null ? root : renameMap(root, outline(schema) ?? {}, [], isOpen(schema));
  return { root: renamed, remarks: left.length === 0 ? remarks : [...remarks, ignoredKeys(left)] };
}

/** In a free section a key is passed over, unless it looks like one of ours misspelt, or like no key at all. */
const mayBeAnything = (written: string, known: readonly string[]): boolean =>
  SHOWABLE.test(written) && didYouMean(written, known) === null;

function unknownKey(
  { writtenAs, keyAt }: MapEntry,
  path: readonly string[],
  known: readonly string[],
  schema: unknown,
): Remark {
  const name = SHOWABLE.test(writtenAs) ? `\`${pathText([...path, writtenAs])}\`` : 'This key';
  const home = [...sections(schema)].find(({ keys }) => knownKey(writtenAs, keys) !== null)?.path;
  const meant = didYouMean(writtenAs, known);
  let next = 'Remove it, or see the keys of the workflow YAML in the README.';
  if (meant !== null) next = `Did you mean \`${meant}\`?`;
  else if (home !== undefined)
    next = `It belongs ${home.length === 0 ? 'at the top' : `under \`${pathText(home)}\``}: check the indentation.`;
  return { severity: 'error', code: 'unknown-key', message: `${name} is not a known key.`, next, at: keyAt };
}

/** One notice for all, at the first: GitHub shows ten notices a step. */
function ignoredKeys(
  left: readonly { readonly path: readonly string[]; readonly at: Place | null }[],
): Remark {
  const names = left.map(({ path, at }) => `\`${pathText(path)}\`${at === null ? '' : ` (line ${at.line})`}`);
  return {
    severity: 'notice',
    code: 'key-ignored',
    message: `No effect on Mode, so passed over: ${names.join(', ')}.`,
    at: left[0]?.at ?? null,
  };
}

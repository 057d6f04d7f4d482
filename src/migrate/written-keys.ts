import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { knownKey } from '../config/known-key.ts';

/** One key of a section as the file has it, whether it stands in the section or was merged in with `<<`. */
export interface Written {
  readonly map: YAMLMap;
  readonly pair: Pair<unknown, unknown>;
  readonly key: Scalar;
  readonly name: string;
  /** Its name today; null for a key that nobody knows. */
  readonly known: string | null;
}

/** The node that an alias means, or the node itself. */
export const target = (node: unknown, document: Document): unknown =>
  isAlias(node) ? (node as Alias).resolve(document) : node;

/** Every key that counts for a section, the merged ones last. */
export function written(map: YAMLMap, known: readonly string[], document: Document): readonly Written[] {
  const own: Written[] = [];
  const merged: Written[] = [];
  for (const pair of map.items) {
    const { key, value } = pair;
    if (!isScalar(key)) continue;
    const name = key.source ?? String(key.value);
    if (name !== '<<' || key.type !== 'PLAIN') {
      own.push({ map, pair, key, name, known: knownKey(name, known) });
      continue;
    }
    const source = target(value, document);
    for (const part of isSeq(source) ? source.items : [source]) {
      const base = target(part, document);
      if (isMap(base)) merged.push(...written(base, known, document));
    }
  }
  return [...own, ...merged];
}

export const rangeOf = (node: unknown): Node['range'] =>
  isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;

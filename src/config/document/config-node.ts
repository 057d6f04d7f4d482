/** Where something stands in the file. Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

export interface ScalarNode {
  readonly kind: 'scalar';
  /** Text as it was written: only zod decides what is a number or a flag, so that a token like `12e4567890` stays itself. */
  readonly value: string | number | boolean | null;
  readonly at: Place | null;
  /** Set where a variable of the environment was put in. */
  readonly fromVariable?: true;
  /** The variables that this value names and that are not set; the value is null then. */
  readonly unset?: readonly string[];
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
  readonly at: Place | null;
}

export interface MapEntry {
  readonly writtenAs: string;
  readonly keyAt: Place | null;
  readonly node: ConfigNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly at: Place | null;
}

/** A parsed configuration: the value and, where it came from a text, the place of every part. Every step makes a new tree. */
export type ConfigNode = ScalarNode | ListNode | MapNode;

const childOf = (node: ConfigNode | undefined, step: string | number): ConfigNode | undefined => {
  if (node?.kind === 'map') return node.entries.get(String(step))?.node;
  return node?.kind === 'list' ? node.items[Number(step)] : undefined;
};

export const nodeAt = (root: ConfigNode, path: Path): ConfigNode | undefined =>
  path.reduce<ConfigNode | undefined>(childOf, root);

/** The text at a path; undefined where there is none. */
export function textAt(root: ConfigNode, path: Path): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The same tree with another node at a path of map keys; maps on the way are made, null removes. */
export function withNode(root: MapNode, path: readonly string[], node: ConfigNode | null): MapNode {
  const [key, ...rest] = path;
  if (key === undefined) return root;
  const entries = new Map(root.entries);
  const old = entries.get(key);
  const inner: MapNode =
    old?.node.kind === 'map' ? old.node : { kind: 'map', entries: new Map(), at: root.at };
  const child = rest.length === 0 ? node : withNode(inner, rest, node);
  if (child === null) entries.delete(key);
  else entries.set(key, { writtenAs: old?.writtenAs ?? key, keyAt: old?.keyAt ?? null, node: child });
  return { ...root, entries };
}

/** The value without its places. A key without a value counts as left out. */
export function plainValue(node: ConfigNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const present = [...node.entries].filter(([, { node: child }]) => !isNull(child));
  return Object.fromEntries(present.map(([key, { node: child }]) => [key, plainValue(child)]));
}

export const isNull = (node: ConfigNode): boolean => node.kind === 'scalar' && node.value === null;

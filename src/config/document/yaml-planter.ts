import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
} from 'yaml';
import type { Remark } from '../remark.ts';
import type { ConfigNode, MapEntry, Place, ScalarNode } from './config-node.ts';
import { duplicateKey } from './duplicate-key.ts';
import { yamlRemark } from './yaml-problems.ts';

const MOST_NODES = 20_000;
const MOST_LEVELS = 64;

/** Turns one YAML document into a configuration tree: aliases and merge keys are worked in, within bounds. */
export class YamlPlanter {
  readonly remarks: Remark[] = [];
  readonly #document: Document;
  readonly #placeOf: (offset: number) => Place;
  readonly #targets: ReadonlyMap<Alias, Node | undefined>;
  #planted = 0;

  constructor(document: Document, placeOf: (offset: number) => Place) {
    this.#document = document;
    this.#placeOf = placeOf;
    this.#targets = aliasTargets(document);
  }

  /** null for an empty document, or where the remarks say why. */
  plant(): ConfigNode | null {
    const { contents } = this.#document;
    return contents === null ? null : this.#node(contents, null, 0);
  }

  #node(node: unknown, keyAt: Place | null, level: number): ConfigNode {
    this.#planted += 1;
    if (this.#planted > MOST_NODES || level > MOST_LEVELS) return this.#tooMuch();
    const at = this.#at(node) ?? keyAt;
    if (isAlias(node)) {
      const target = this.#targets.get(node);
      if (target !== undefined) return this.#node(target, at, level + 1);
      this.remarks.push(yamlRemark('BAD_ALIAS', at ?? this.#placeOf(0)));
    } else if (isMap(node)) {
      return { kind: 'map', entries: this.#entries(node.items, level), at };
    } else if (isSeq(node)) {
      return { kind: 'list', items: node.items.map((item) => this.#node(item, null, level + 1)), at };
    } else if (isScalar(node)) {
      return scalar(node.value, node.source, node.value === null ? (keyAt ?? at) : at);
    }
    return scalar(null, undefined, keyAt ?? at);
  }

  #entries(pairs: readonly Pair<unknown, unknown>[], level: number): ReadonlyMap<string, MapEntry> {
    const entries = new Map<string, MapEntry>();
    const merged: ConfigNode[] = [];
    for (const { key, value } of pairs) {
      const keyAt = this.#at(key);
      if (!isScalar(key)) {
        this.remarks.push(yamlRemark('NON_STRING_KEY', keyAt ?? this.#placeOf(0)));
        continue;
      }
      const name = key.source ?? String(key.value);
      const node = this.#node(value, keyAt, level + 1);
      const earlier = entries.get(name);
      if (name === '<<' && key.type === 'PLAIN') merged.push(node);
      else if (earlier === undefined) entries.set(name, { writtenAs: name, keyAt, node });
      else this.remarks.push(duplicateKey(keyAt, earlier));
    }
    for (const source of merged.flatMap((node) => (node.kind === 'list' ? node.items : [node]))) {
      if (source.kind !== 'map') continue;
      for (const [name, entry] of source.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return entries;
  }

  #at(node: unknown): Place | null {
    const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : null;
    return range ? this.#placeOf(range[0]) : null;
  }

  #tooMuch(): ConfigNode {
    if (!this.remarks.some(({ code }) => code === 'config-too-large'))
      this.remarks.push({
        severity: 'error',
        code: 'config-too-large',
        message: 'The configuration, its aliases written out, is nested too deep or has too many parts.',
        next: 'Write the sections out, or use fewer aliases.',
        at: this.#placeOf(0),
      });
    return scalar(null, undefined, null);
  }
}

/** The text as written, so that nothing is lost to YAML's own idea of numbers and flags. */
const scalar = (value: unknown, source: string | undefined, at: Place | null): ScalarNode => ({
  kind: 'scalar',
  value: typeof value === 'string' || value === null ? value : (source ?? String(value)),
  at,
});

/** Which node each alias means: the last one before it that carries the anchor. One pass, however many aliases there are. */
function aliasTargets(document: Document): ReadonlyMap<Alias, Node | undefined> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) targets.set(node, anchors.get(node.source));
      else if ('anchor' in node && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

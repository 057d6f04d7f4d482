import { type Document, isMap, type YAMLMap } from 'yaml';
import type { Place } from '../config/document/config-node.ts';
import { pathText, type Remark } from '../config/remark.ts';
import { outline } from '../config/schema/outline.ts';
import { SERVICE_KEYS, SERVICES_KEY, SERVICES_SECTION } from '../config/schema/service-keys.ts';
import { workflowFile } from '../config/schema/workflow-file.ts';
import { rangeOf, target, type Written, written } from './written-keys.ts';

/** A key that has another name, or another place, today. */
export interface OldKey {
  readonly key: Written;
  readonly to: string;
  /** `services` changes the kind of the value as well, `move` puts it into a section of its own on top. */
  readonly how: 'rename' | 'services' | 'move';
}

const METADATA = 'source.sourceConfig.config';
const isServices = (key: string): boolean => SERVICE_KEYS.some((one) => one === key);

/** The old keys of a workflow YAML, by the schema that also reads them; remarks where it takes a person to choose. */
export class OldKeyFinder {
  readonly remarks: Remark[] = [];
  readonly #found = new Map<number, OldKey>();
  readonly #document: Document;
  readonly #placeOf: (offset: number) => Place;

  constructor(document: Document, placeOf: (offset: number) => Place) {
    this.#document = document;
    this.#placeOf = placeOf;
  }

  /** In the order of the file. */
  find(): readonly OldKey[] {
    const { contents } = this.#document;
    if (isMap(contents)) this.#section(contents, workflowFile, []);
    return [...this.#found.values()]
      .filter(({ key, to, how }) => how === 'move' || key.name !== to)
      .sort((left, right) => this.#offset(left.key) - this.#offset(right.key));
  }

  #section(map: YAMLMap, schema: unknown, path: readonly string[]): void {
    const shape = outline(schema) ?? {};
    const known = new Map<string, Written>();
    for (const key of written(map, Object.keys(shape), this.#document)) {
      if (key.known === null) continue;
      const earlier = known.get(key.known);
      if (earlier === undefined) known.set(key.known, key);
      else if (earlier.name !== key.name) this.#twice(earlier, key, [...path, key.known]);
      const inServices = pathText(path).startsWith(METADATA) && isServices(key.known);
      if (!inServices) this.#old({ key, to: key.known, how: 'rename' });
      const value = target(key.pair.value, this.#document);
      if (isMap(value) && outline(shape[key.known]) !== null)
        this.#section(value, shape[key.known], [...path, key.known]);
    }
    if (pathText(path) === METADATA) this.#services(known);
  }

  /** The database services: one list may be moved, several are for a person to join. */
  #services(known: ReadonlyMap<string, Written>): void {
    const holder = known.get(SERVICES_SECTION);
    const section = target(holder?.pair.value, this.#document);
    const above = SERVICE_KEYS.flatMap((key) => known.get(key) ?? []);
    const below = isMap(section) ? written(section, SERVICE_KEYS, this.#document) : [];
    const inside = below.filter(({ known: key }) => key !== null);
    const [moved, ...more] = above;
    const [first, ...others] = inside;
    if (moved === undefined) {
      if (first === undefined) return;
      if (others.some(({ name }) => name !== first.name)) this.#several(inside);
      else this.#old({ key: first, to: SERVICES_KEY, how: 'services' });
    } else if (more.length > 0 || holder !== undefined) {
      this.#several([...above, ...(first === undefined && holder !== undefined ? [holder] : inside)]);
    } else this.#old({ key: moved, to: SERVICES_KEY, how: 'move' });
  }

  #old(one: OldKey): void {
    const offset = this.#offset(one.key);
    const earlier = this.#found.get(offset);
    if (earlier === undefined) this.#found.set(offset, one);
    else if (earlier.to !== one.to || earlier.how !== one.how)
      this.#ambiguous('This key is used in two places, by an alias, where it has two names today.', one.key);
  }

  #twice(earlier: Written, later: Written, path: readonly string[]): void {
    const { line } = this.#placeOf(this.#offset(earlier));
    this.#ambiguous(
      `\`${pathText(path)}\` stands here in two spellings: first on line ${line}, as \`${earlier.name}\`.`,
      later,
    );
  }

  #several(keys: readonly Written[]): void {
    const places = keys.map((key) => `\`${key.name}\` (line ${this.#placeOf(this.#offset(key)).line})`);
    const last = keys.at(-1);
    if (last !== undefined)
      this.#ambiguous(`The database services stand in more than one place: ${places.join(', ')}.`, last);
  }

  #ambiguous(message: string, { key }: Written): void {
    this.remarks.push({
      severity: 'error',
      code: 'spelling-ambiguous',
      message,
      next: `Keep one of them; database services go into \`${SERVICES_SECTION}.${SERVICES_KEY}\`. Nothing was guessed.`,
      at: this.#placeOf(key.range?.[0] ?? 0),
    });
  }

  readonly #offset = ({ key }: Written): number => rangeOf(key)?.[0] ?? 0;
}

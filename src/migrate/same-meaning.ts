import { isDeepStrictEqual } from 'node:util';
import { plainValue } from '../config/document/config-node.ts';
import { parseDocument } from '../config/document/parse-document.ts';
import { normaliseKeys } from '../config/normalise-keys.ts';
import { SERVICE_KEYS, SERVICES_SECTION } from '../config/schema/service-keys.ts';
import { workflowFile } from '../config/schema/workflow-file.ts';

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const inside = (value: unknown, key: string): unknown => (isTree(value) ? value[key] : undefined);

/** Whether two texts are the same configuration, by the eyes of the run itself. */
export const sameMeaning = (before: string, after: string): boolean =>
  isDeepStrictEqual(meaning(before), meaning(after));

/** What a run sees of a text: the values under today's keys, the database services as one list, and what it would complain of. */
function meaning(text: string): unknown {
  const { root, remarks } = parseDocument(text);
  if (root === null) return { remarks };
  const named = normaliseKeys(root, workflowFile);
  const value = plainValue(named.root);
  const metadata = ['source', 'sourceConfig', 'config'].reduce<unknown>(inside, value);
  const places = [metadata, inside(metadata, SERVICES_SECTION)];
  const services = places.flatMap((place) => SERVICE_KEYS.flatMap((key) => inside(place, key) ?? []));
  return {
    value: withoutServices(value),
    services,
    complaints: named.remarks.map(({ code }) => code).sort(),
  };
}

const SERVICE_WORDS: ReadonlySet<string> = new Set([...SERVICE_KEYS, SERVICES_SECTION]);

const withoutServices = (value: unknown): unknown =>
  isTree(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => !SERVICE_WORDS.has(key))
          .map(([key, child]) => [key, withoutServices(child)]),
      )
    : value;

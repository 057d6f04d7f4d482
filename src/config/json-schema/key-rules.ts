import { otherSpellings } from '../known-key.ts';
import type { JsonSchema } from './canonical-schema.ts';

/** Some key of the section is an older spelling of this one. */
const hasOlder = (key: string): JsonSchema => ({
  not: { propertyNames: { not: { pattern: otherSpellings(key) } } },
});

/** The section has the key, in whatever spelling. */
export const has = (key: string): JsonSchema => ({ anyOf: [{ required: [key] }, hasOlder(key)] });

/** The section has the key in two spellings. */
export const both = (key: string): JsonSchema => ({ required: [key], ...hasOlder(key) });

/** The section has the key, and its value is such a one. */
export const where = (key: string, value: JsonSchema): JsonSchema => ({
  type: 'object',
  ...has(key),
  properties: { [key]: value },
  patternProperties: { [otherSpellings(key)]: value },
});

/** What holds where the first does. An object literal with a key `then` would look like a promise. */
export const when = (first: JsonSchema, second: JsonSchema): JsonSchema =>
  Object.fromEntries([
    ['if', first],
    ['then', second],
  ]);

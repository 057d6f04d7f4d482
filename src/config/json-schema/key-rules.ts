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

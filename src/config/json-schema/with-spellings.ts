import { otherSpellings } from '../known-key.ts';
import type { JsonSchema } from './canonical-schema.ts';
import { both, has } from './key-rules.ts';

/**
 * The same schema for a file in any spelling that is read: every key also in snake case, marked as old, never in two spellings at
 * once, and with no value wherever it may be left out.
 */
export function withSpellings(schema: JsonSchema, pointer = '#'): JsonSchema {
  const { properties, required = [], additionalProperties, ...rest } = schema;
  if (properties === undefined) {
    return typeof additionalProperties === 'object'
      ? { ...schema, additionalProperties: orEmpty(additionalProperties) }
      : schema;
  }
  const keys = Object.keys(properties);
  const child = (key: string): JsonSchema => {
    const value = properties[key];
    const spelt = withSpellings(typeof value === 'object' ? value : {}, `${pointer}/properties/${key}`);
    return required.includes(key) ? spelt : orEmpty(spelt);
  };
  const older = (key: string): JsonSchema => ({
    allOf: [{ $ref: `${pointer}/properties/${key}` }],
    deprecated: true,
    deprecationMessage: `Write \`${key}\`.`,
  });
  // What has no effect may stand there as often as it likes.
  const counting = keys.filter((key) => Object(properties[key]).doNotSuggest !== true);
  return {
    ...rest,
    properties: Object.fromEntries(keys.map((key) => [key, child(key)])),
    patternProperties: Object.fromEntries(keys.map((key) => [otherSpellings(key), older(key)])),
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
    allOf: [
      ...required.map(has),
      {
        not: { anyOf: counting.map(both) },
        errorMessage: 'A key stands here twice, in two spellings. Keep one.',
      },
    ],
  };
}

/** An empty value counts as left out. */
function orEmpty(schema: JsonSchema): JsonSchema {
  if (schema.anyOf !== undefined) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  return schema.type === undefined ? schema : { ...schema, type: [...[schema.type].flat(), 'null'] };
}

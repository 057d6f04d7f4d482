import type { JsonSchema } from '../../../src/config/json-schema/canonical-schema.ts';

/** What tells a reader something, and decides nothing; `then` is read with its `if`. */
const TELLING = new Set([
  ...['$schema', 'title', 'description', 'default', 'deprecated'],
  ...['deprecationMessage', 'errorMessage', 'doNotSuggest', 'then'],
]);

type Schema = boolean | JsonSchema;
type Rule = (value: unknown, given: never, schema: JsonSchema, root: JsonSchema) => boolean;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): readonly string[] => {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value];
};

const made = new Map<string, RegExp>();
function expression(pattern: string): RegExp {
  const known = made.get(pattern) ?? new RegExp(pattern, 'u');
  made.set(pattern, known);
  return known;
}

/** The keywords of draft-07 that our schema uses, each by itself. */
const RULES: Readonly<Record<string, Rule>> = {
  type: (value, given: string | readonly string[]) =>
    [given].flat().some((type) => typeOf(value).includes(String(type))),
  enum: (value, given: readonly unknown[]) => given.includes(value),
  pattern: (value, given: string) => typeof value !== 'string' || expression(given).test(value),
  minimum: (value, given: number) => typeof value !== 'number' || value >= given,
  exclusiveMinimum: (value, given: number) => typeof value !== 'number' || value > given,
  maximum: (value, given: number) => typeof value !== 'number' || value <= given,
  maxProperties: (value, given: number) => !isMap(value) || Object.keys(value).length <= given,
  required: (value, given: readonly string[]) =>
    !isMap(value) || given.every((key) => Object.hasOwn(value, key)),
  items: (value, given: Schema, _schema, root) =>
    !Array.isArray(value) || value.every((item) => accepts(given, item, root)),
  propertyNames: (value, given: Schema, _schema, root) =>
    !isMap(value) || Object.keys(value).every((key) => accepts(given, key, root)),
  properties: (value, given: Readonly<Record<string, Schema>>, _schema, root) =>
    !isMap(value) ||
    Object.entries(given).every(([key, schema]) => !(key in value) || accepts(schema, value[key], root)),
  patternProperties: (value, given: Readonly<Record<string, Schema>>, _schema, root) =>
    !isMap(value) ||
    Object.entries(given).every(([pattern, schema]) =>
      Object.keys(value).every((key) => !expression(pattern).test(key) || accepts(schema, value[key], root)),
    ),
  additionalProperties: (value, given: Schema, { properties = {}, patternProperties = {} }, root) => {
    const isNamed = (key: string) =>
      Object.hasOwn(properties, key) ||
      Object.keys(patternProperties).some((pattern) => expression(pattern).test(key));
    return (
      !isMap(value) ||
      Object.entries(value).every(([key, child]) => isNamed(key) || accepts(given, child, root))
    );
  },
  allOf: (value, given: readonly Schema[], _schema, root) =>
    given.every((schema) => accepts(schema, value, root)),
  anyOf: (value, given: readonly Schema[], _schema, root) =>
    given.some((schema) => accepts(schema, value, root)),
  not: (value, given: Schema, _schema, root) => !accepts(given, value, root),
  if: (value, given: Schema, schema, root) =>
    !accepts(given, value, root) || accepts(schema.then ?? true, value, root),
  $ref: (value, given: string, _schema, root) => accepts(pointed(root, given), value, root),
};

/** Whether a value is valid. Throws on a keyword that it does not know, so that none is passed over. */
export function accepts(schema: Schema, value: unknown, root: JsonSchema = schema as JsonSchema): boolean {
  if (typeof schema === 'boolean') return schema;
  return Object.entries(schema).every(([keyword, given]) => {
    if (TELLING.has(keyword)) return true;
    const rule = Object.hasOwn(RULES, keyword) ? RULES[keyword] : undefined;
    if (rule === undefined) throw new Error(`unknown keyword: ${keyword}`);
    return rule(value, given as never, schema, root);
  });
}

function pointed(root: JsonSchema, pointer: string): Schema {
  let at: unknown = root;
  for (const step of pointer.split('/').slice(1)) at = isMap(at) ? at[step] : undefined;
  if (!isMap(at)) throw new Error(`nothing at ${pointer}`);
  return at;
}

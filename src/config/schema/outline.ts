import { z } from 'zod';

/** A key that OpenMetadata's schema knows and that has no effect on Mode: named once in a notice. */
export const ignored = z
  .unknown()
  .optional()
  .meta({ description: 'Known to OpenMetadata, without effect on Mode: passed over.', doNotSuggest: true });

/** A key that says only what is so anyway (`type: OpenMetadata`, `apiVersion: v1`): passed over in silence. */
export const selfEvident = z
  .unknown()
  .optional()
  .meta({ description: 'Says only what is so anyway.', doNotSuggest: true });

/** The keys of a section, read from its zod schema; null for what is no section with known keys. */
export function outline(schema: unknown): Readonly<Record<string, unknown>> | null {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return outline(schema.unwrap());
  return schema instanceof z.ZodPipe ? outline(schema.in) : null;
}

/** Whether a section may hold keys that its schema does not name. */
export function isOpen(schema: unknown): boolean {
  if (schema instanceof z.ZodObject) return schema.def.catchall instanceof z.ZodUnknown;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return isOpen(schema.unwrap());
  return schema instanceof z.ZodPipe && isOpen(schema.in);
}

/** Every section below a schema, with its path: where a key stands that was put in the wrong place. */
export function* sections(
  schema: unknown,
  path: readonly string[] = [],
): Generator<{ readonly path: readonly string[]; readonly keys: readonly string[] }> {
  const shape = outline(schema);
  if (shape === null) return;
  yield { path, keys: Object.keys(shape) };
  for (const [key, child] of Object.entries(shape)) yield* sections(child, [...path, key]);
}

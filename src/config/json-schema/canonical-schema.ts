import { z } from 'zod';
import { workflowFile } from '../schema/workflow-file.ts';
import { type WrittenAs, wholeText, writtenAs } from '../schema/written-as.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * The workflow YAML under today's keys, out of the zod schema. Each value is taken as it may be written: zod alone would describe
 * what a preprocess step leaves of it.
 */
export const canonicalSchema = (): JsonSchema =>
  z.toJSONSchema(workflowFile, {
    // Every release of yaml-language-server knows this draft, and those before 1.20 no later one; so does every other editor.
    target: 'draft-07',
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined)
        jsonSchema.additionalProperties = false;
      const how = writtenAs.get(zodSchema);
      if (how !== undefined) takeTexts(jsonSchema, how);
      delete jsonSchema.default;
      // zod tells none where a text may be made into the value, and only a plain value is worth telling.
      const usual = zodSchema instanceof z.ZodDefault ? zodSchema.def.defaultValue : '';
      if (usual !== '' && typeof usual !== 'object') jsonSchema.default = usual;
    },
  });

function takeTexts(schema: JsonSchema, how: WrittenAs): void {
  const says = how.says === undefined ? {} : { errorMessage: `This ${how.says}.` };
  const texts: JsonSchema = { type: 'string', pattern: wholeText(how.pattern), ...says };
  if (schema.enum !== undefined) {
    // The words first: editors offer them.
    schema.anyOf = [{ enum: schema.enum }, texts];
    delete schema.enum;
    delete schema.type;
    return;
  }
  // What a text was made from is a text.
  const own = [schema.type ?? 'string'].flat();
  const types = new Set(own.includes('string') && !own.includes('array') ? ['string' as const] : own);
  Object.assign(schema, texts);
  types.add('string');
  if (how.anyScalar) types.add('number').add('boolean');
  if (how.loose) {
    types.add('object');
    schema.maxProperties = 1;
    delete schema.pattern;
  }
  schema.type = [...types];
}

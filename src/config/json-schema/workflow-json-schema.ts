import { anyCase } from '../schema/text-patterns.ts';
import { canonicalSchema, type JsonSchema } from './canonical-schema.ts';
import { has, when, where } from './key-rules.ts';
import { withSpellings } from './with-spellings.ts';

/** Rules over two keys, which the advice tells at run time. */
const CERTIFICATES: readonly JsonSchema[] = [
  when(
    where('verifySSL', { type: 'string', pattern: `^${anyCase('validate')}$` }),
    where('sslConfig', where('caCertificate', {})),
  ),
];
const PAIR: readonly JsonSchema[] = [
  when(has('sslCertificate'), has('sslKey')),
  when(has('sslKey'), has('sslCertificate')),
];

/**
 * The JSON Schema of the workflow YAML, for editors: docs/workflow.schema.json, and what `mode-ingest schema` prints. It takes what
 * a run takes, as far as the file alone can tell: filter patterns, files that are named, and variables are seen by `validate`.
 */
export function workflowJsonSchema(): JsonSchema {
  const root = withSpellings(canonicalSchema());
  const server = ['workflowConfig', 'openMetadataServerConfig'];
  const { $schema: _draft, ...withoutDraft } = addRules(
    addRules(root, server, CERTIFICATES),
    [...server, 'sslConfig'],
    PAIR,
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Workflow of mode-ingest',
    description: 'The workflow YAML of OpenMetadata’s Mode connector, as mode-ingest reads it.',
    ...withoutDraft,
  };
}

function addRules(schema: JsonSchema, path: readonly string[], rules: readonly JsonSchema[]): JsonSchema {
  const [key, ...rest] = path;
  if (key === undefined) return { ...schema, allOf: [...(schema.allOf ?? []), ...rules] };
  const child = schema.properties?.[key];
  if (typeof child !== 'object') throw new Error(`The schema has no ${key}`);
  return { ...schema, properties: { ...schema.properties, [key]: addRules(child, rest, rules) } };
}

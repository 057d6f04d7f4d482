export const VERBS = [
  'validate',
  'plan',
  'ingest',
  'doctor',
  'explain',
  'lineage',
  'schema',
  'init',
  'migrate',
  'demo',
] as const;
export type Verb = (typeof VERBS)[number];

export const VERBS = [
  'validate',
  'plan',
  'ingest',
  'sweep',
  'list',
  'doctor',
  'explain',
  'lineage',
  'schema',
  'init',
  'migrate',
  'demo',
] as const;
export type Verb = (typeof VERBS)[number];

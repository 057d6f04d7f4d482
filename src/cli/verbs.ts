export const VERBS = [
  'validate',
  'plan',
  'drift',
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

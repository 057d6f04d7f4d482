export const VERBS = [
  'validate',
  'plan',
  'ingest',
  'sweep',
  'list',
  'doctor',
  'explain',
  'lineage',
  'demo',
] as const;
export type Verb = (typeof VERBS)[number];

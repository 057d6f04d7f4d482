export const VERBS = ['validate', 'plan', 'ingest', 'doctor', 'explain', 'lineage', 'demo'] as const;
export type Verb = (typeof VERBS)[number];

export const VERBS = ['validate', 'plan', 'ingest', 'doctor', 'demo'] as const;
export type Verb = (typeof VERBS)[number];

import type { Plan } from '../plan/plan.ts';

/** A key that one of two files has otherwise. Values as the files write them: no variable is replaced. */
export interface ChangedKey {
  readonly key: string;
  /** Null where the file does not set it. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A report or dataset that one of two configurations lets in. */
export interface MovedReport {
  readonly token: string;
  readonly name: string | null;
  readonly kind: 'report' | 'dataset';
  readonly url: string;
  /** What keeps it out of the other. */
  readonly because: string;
  /** Requests to Mode that it took, nearly enough. */
  readonly calls: number;
}

/** What goes in with the second configuration, and what goes out. */
export interface AdmissionChanges {
  readonly gained: readonly MovedReport[];
  readonly lost: readonly MovedReport[];
}

/** What the configuration of the base branch makes of the world that a run has read. */
export interface BaseFacts extends AdmissionChanges {
  /** Null when it could not be made. */
  readonly plan: Plan | null;
  /** Why it could not be made. */
  readonly problem: string | null;
}

/** How the configuration under review and that of the base branch stand to each other. */
export type Comparison =
  /** The base has no such file. */
  | { readonly kind: 'new' }
  | { readonly kind: 'unread'; readonly why: string }
  /** The base's has errors: their messages. */
  | { readonly kind: 'invalid'; readonly errors: readonly string[] }
  /** One reading of the servers does not do for both. */
  | { readonly kind: 'apart'; readonly why: string; readonly keys: readonly ChangedKey[] }
  /** Whatever changed has no effect on what is ingested. */
  | { readonly kind: 'alike'; readonly keys: readonly ChangedKey[] }
  /** Both were planned, the base's as `RunFacts.base` has it. */
  | { readonly kind: 'compared'; readonly keys: readonly ChangedKey[] };

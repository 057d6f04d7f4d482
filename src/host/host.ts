import type { Finding } from '../config/workflow-config.ts';

/** Where we run. Every text is untrusted until the host has made it inert for its own medium. */
export interface Host {
  debug(text: string): void;
  info(text: string): void;
  warning(text: string): void;
  error(text: string): void;
  /** A finding at its place in a file: an annotation on GitHub, `file:line:column` in a terminal. */
  finding(finding: Finding): void;
  /** Never print this value from now on. */
  mask(secret: string): void;
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Progress on long work; `total` is null while it is not known. */
  progress(stage: string, done: number, total: number | null): void;
  /** Says what was held back to be said last; nothing is said after it. */
  end?(): void;
}

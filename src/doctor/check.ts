/** One thing that the doctor looked at. */
export interface Check {
  readonly about: 'configuration' | 'Mode' | 'OpenMetadata' | 'lineage';
  readonly state: 'ok' | 'warning' | 'error';
  /** One sentence. */
  readonly says: string;
  /** What to do; absent when all is well. */
  readonly next?: string;
}

/** A hand for writing checks of one kind. */
export const checksAbout = (about: Check['about']) => ({
  ok: (says: string): Check => ({ about, state: 'ok', says }),
  warning: (says: string, next: string): Check => ({ about, state: 'warning', says, next }),
  error: (says: string, next: string): Check => ({ about, state: 'error', says, next }),
});

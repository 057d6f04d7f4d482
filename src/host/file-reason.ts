/** Why a file could not be read or written, as the system calls it: `ENOENT`, `EISDIR`, … */
export const fileReason = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'not permitted';

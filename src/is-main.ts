import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Whether this file is what was started, not what was imported. Node 20 has no `import.meta.main`; there, the file that was named,
 * symlinks followed, must be this one. Without a name (standard input, a URL) nothing else can have been started.
 */
export function isMain(
  meta: { readonly url: string; readonly main?: unknown },
  started: string | undefined,
): boolean {
  if (typeof meta.main === 'boolean') return meta.main;
  if (started === undefined || started === '-') return true;
  if (!meta.url.startsWith('file:')) return false;
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(meta.url));
  } catch {
    return false;
  }
}

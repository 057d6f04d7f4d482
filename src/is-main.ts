import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Whether this file is what was started, not what was imported. Node 20 has no `import.meta.main`; there, the file that was named,
 * symlinks followed, must be this one.
 */
export function isMain(
  meta: { readonly url: string; readonly main?: unknown },
  started: string | undefined,
): boolean {
  if (typeof meta.main === 'boolean') return meta.main;
  const file = realFile(meta.url);
  // Nothing was named: this is what came by standard input or a URL, unless it is a file, which then was imported.
  if (started === undefined || started === '-') return file === null;
  return file !== null && file === realFile(started);
}

/** The file behind a path or a file URL, symlinks followed; null when there is none. */
function realFile(place: string): string | null {
  try {
    return realpathSync(place.startsWith('file:') ? fileURLToPath(place) : place);
  } catch {
    return null;
  }
}

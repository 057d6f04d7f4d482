import { readdir } from 'node:fs/promises';
import { EXIT, IngestError } from '../errors.ts';

const GLOB = /[*?]/;

/**
 * The files that paths and glob patterns (`*`, `**`, `?`) name, in order, each once. Folders `.git` and `node_modules` are not entered.
 * @throws IngestError with the next step of the face for a pattern that matches nothing: a misspelt one must not look like success.
 */
export async function expandGlobs(patterns: readonly string[], next: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const pattern of patterns.map(withoutDot)) {
    const matches = GLOB.test(pattern) ? await matching(pattern) : [pattern];
    if (matches.length === 0) {
      throw new IngestError('config-not-found', `No file matches ${pattern}`, {
        next,
        exitCode: EXIT.configuration,
      });
    }
    for (const match of matches) found.add(match);
  }
  return [...found];
}

/** The same file under the same name: `./mode.yml` is `mode.yml`. */
const withoutDot = (path: string): string => path.replace(/^(?:\.\/+)+/, '');

async function matching(pattern: string): Promise<string[]> {
  const folders = pattern.split('/');
  const fixed = folders.slice(
    0,
    folders.findIndex((part) => GLOB.test(part)),
  );
  const regex = toRegExp(pattern);
  const files: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder === '' ? '.' : folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && entry.name !== 'node_modules') await walk(path);
      } else if (regex.test(path)) files.push(path);
    }
  };
  await walk(fixed.join('/'));
  return files;
}

/** One path segment at a time, so that the pattern stays linear: `**` is any number of folders. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .split('/')
    .map((part, index, parts) => {
      const last = index === parts.length - 1;
      if (part === '**') return last ? '.*' : '(?:[^/]+/)*';
      const segment = part
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*+/g, '[^/]*')
        .replaceAll('?', '[^/]');
      return last ? segment : `${segment}/`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}

import { join, resolve } from 'node:path';
import process from 'node:process';

/** A file of dist/, or of the folder named by CONTRACT_DIST: so bundles can be tried before they are committed. */
export const bundle = (name: 'index.js' | 'mode-ingest.mjs'): string =>
  resolve(join(process.env.CONTRACT_DIST || 'dist', name));

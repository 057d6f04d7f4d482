#!/usr/bin/env -S deno run --allow-read --allow-net --allow-env
import process from 'node:process';
import { main } from './cli/main.ts';
import { EXIT } from './errors.ts';
import { spareMemory } from './host/spare-memory.ts';
import { isMain } from './is-main.ts';

// Reached statically so that the bundle stays one file: node-fetch loads it with a dynamic import.
export { toFormData } from 'node-fetch/src/utils/multipart-parser.js';
export * from './library.ts';

if (isMain(import.meta, process.argv[1])) {
  // No await out here: it would keep the bundler from joining the modules into one, which loads sooner and is smaller.
  // What never ends is no success.
  process.exitCode = EXIT.unexpected;
  spareMemory();
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}

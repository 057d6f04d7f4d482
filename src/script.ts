#!/usr/bin/env -S deno run --allow-read --allow-net --allow-env
import process from 'node:process';
import { main } from './cli/main.ts';
import { isMain } from './is-main.ts';

// Reached statically so that the bundle stays one file: node-fetch loads it with a dynamic import.
export { toFormData } from 'node-fetch/src/utils/multipart-parser.js';
export * from './library.ts';

if (isMain(import.meta, process.argv[1])) {
  process.exitCode = await main(process.argv.slice(2));
}

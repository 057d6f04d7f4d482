import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The command line of every bench. `script` is the program that is measured, `actionBundle` the action beside it. */
export function benchOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      script: { type: 'string', default: 'dist/mode-ingest.mjs' },
      size: { type: 'string', multiple: true },
    },
  });
  const script = resolve(values.script);
  return {
    names: positionals,
    script,
    actionBundle: join(dirname(script), 'index.js'),
    sizes: values.size ?? null,
  };
}

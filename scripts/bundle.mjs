// Makes dist/: the action and the script, one file each, unminified though without comments, the same bytes on every machine.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import ncc from '@vercel/ncc';
import { bundleTypes } from './bundle-types.mjs';

const out = resolve(process.argv[2] ?? 'dist');
const HOUSEKEEPING = new Set(['licenses.txt', 'package.json']);

/** Bundles one entry and refuses a second file: a chunk would also truncate the licences. */
async function bundle(entry) {
  const { code, assets } = await ncc(resolve(entry), {
    cache: false,
    license: 'licenses.txt',
    quiet: true,
    target: 'es2022',
  });
  const surplus = Object.keys(assets).filter((name) => !HOUSEKEEPING.has(name));
  if (surplus.length > 0) throw new Error(`${entry} made more than one file: ${surplus.join(', ')}`);
  return { code, licences: String(assets['licenses.txt'].source) };
}

/** Replaces an exact text an exact number of times, so that an upgrade of a dependency cannot slip through unpatched. */
function patch(code, before, after, count) {
  const found = code.split(before).length - 1;
  if (found !== count)
    throw new Error(`Expected ${count} × ${JSON.stringify(before)} in the bundle, found ${found}`);
  return code.replaceAll(before, after);
}

// The script is also loaded from URLs and standard input, where createRequire(import.meta.url) fails; and the yaml package
// reads two debugging switches at every parse, which would force --allow-env on Deno.
function freeOfFilesAndEnvironment(code) {
  const loader =
    "import __process from 'node:process';\nfunction __builtin(id) { return __process.getBuiltinModule(id); }\n" +
    'const __nccwpck_require__createRequire = () => __builtin;';
  let patched = patch(
    code,
    'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";',
    loader,
    1,
  );
  patched = patched.replaceAll('__WEBPACK_EXTERNAL_createRequire(import.meta.url)', '__builtin');
  patched = patch(patched, 'node_process.env.LOG_TOKENS', 'undefined', 1);
  patched = patch(patched, 'node_process.env.LOG_STREAM', 'undefined', 1);
  if (patched.includes('createRequire(import.meta.url)'))
    throw new Error('A createRequire(import.meta.url) is left');
  return patched;
}

/** One character that is not ASCII makes an engine hold the whole file in two bytes each: such characters are written as escapes. */
function ascii(code) {
  if (/\\[^\0-\x7f]/.test(code)) throw new Error('A backslash stands before a character that is not ASCII');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Every engine that the project runs on has web streams: the polyfill that node-fetch keeps for older ones is 200 kB of dead code. */
function withoutPolyfill(code) {
  const start = code.search(
    /\n\/\*{3}\/ \d+:\n\/\*{3}\/ \(function\([^)]*\) \{\n\n\/\*\*\n \* @license\n \* web-streams-polyfill/,
  );
  const opened = code.indexOf('{\n', start) + 2;
  const end = code.indexOf('\n\n/***/ }),\n', opened);
  if (start < 0 || end < 0) throw new Error('The polyfill of web streams is not where it was');
  return code.slice(0, opened) + code.slice(end);
}

/** The maps of what was bundled are not here. */
const withoutMaps = (code) => code.replace(/^\/\/# sourceMappingURL=\S+\.js\.map\n/gm, '');

const lean = (code) => ascii(withoutMaps(withoutPolyfill(code)));

const unix = (text) => text.replaceAll('\r\n', '\n');

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.bundle.json'], {
  stdio: 'inherit',
});
for (const inlined of ['lineage/parser/wasm-text.mjs', 'report/page/page-code.mjs'])
  copyFileSync(`build/src/${inlined}`, `build/bundle/src/${inlined}`);
const action = await bundle('build/bundle/src/action.js');
const script = await bundle('build/bundle/src/script.js');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'index.js'), lean(unix(action.code)));
writeFileSync(join(out, 'mode-ingest.mjs'), lean(unix(freeOfFilesAndEnvironment(script.code))));
chmodSync(join(out, 'mode-ingest.mjs'), 0o755);
writeFileSync(join(out, 'mode-ingest.d.mts'), unix(bundleTypes('build/src/library.d.ts')));
writeFileSync(join(out, 'licenses.txt'), unix(`${action.licences}\n${script.licences}`));
writeFileSync(join(out, 'package.json'), '{\n  "type": "module"\n}\n');

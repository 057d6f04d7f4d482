// Puts the parser's WASM into the program: `--compress` makes the committed file from the installed package (minutes; only when
// the package changes); without it, that file becomes the module that the compiled loader imports (a moment; every compile).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

const COMPRESSED = 'src/lineage/parser/polyglot-sql.wasm.br';
const { values } = parseArgs({
  options: { compress: { type: 'boolean', default: false }, out: { type: 'string', default: 'build' } },
});

if (values.compress) {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('@polyglot-sql/sdk/polyglot_sql.wasm')));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length,
  };
  const compressed = brotliCompressSync(wasm, { params });
  writeFileSync(COMPRESSED, compressed);
  console.log(`${COMPRESSED}: ${wasm.length} bytes in ${compressed.length}`);
  process.exit();
}

const module = `${values.out}/src/lineage/parser/wasm-base64.mjs`;
mkdirSync(dirname(module), { recursive: true });
// In a comment, which a run without SQL skips three times faster than a string. Base64 has no asterisk that could end it.
writeFileSync(
  module,
  `export default function wasm() {/*${readFileSync(COMPRESSED).toString('base64')}*/}\n`,
);

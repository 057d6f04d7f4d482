// Puts the parser's WASM into the program: `--compress` makes the committed file from the installed package (minutes; only when
// the package changes); without it, that file becomes the module that the compiled loader imports (a moment; every compile).
import { Buffer } from 'node:buffer';
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

const module = `${values.out}/src/lineage/parser/wasm-text.mjs`;
mkdirSync(dirname(module), { recursive: true });
// In a comment, which a run without SQL skips three times faster than a string.
writeFileSync(module, `export default function wasm() {/*${textOf(readFileSync(COMPRESSED))}*/}\n`);

/** Bytes as `src/lineage/parser/bytes-in-text.ts` reads them: a quarter of a megabyte less than in base64. */
function textOf(bytes) {
  const digit = (value) => value + (value < 9 ? 33 : 34);
  const codes = [];
  let held = 0;
  let bits = 0;
  const put = () => {
    const value = held & 8_191;
    codes.push(digit(value % 91), digit(Math.floor(value / 91)));
  };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < 13) continue;
    put();
    held >>>= 13;
    bits -= 13;
  }
  if (bits > 0) put();
  return `${bytes.length} ${Buffer.from(codes).toString('latin1')}`;
}

import { setFlagsFromString } from 'node:v8';
import { brotliDecompressSync } from 'node:zlib';
import { init, isInitialized, parse } from '@polyglot-sql/sdk/manual';
import { bytesInText } from './bytes-in-text.ts';
import { createParser, type RawParse } from './create-parser.ts';
import { passesSelfTest } from './self-test.ts';
import type { SqlParser } from './sql-parser.ts';
import wasm from './wasm-text.mjs';

/**
 * The SQL parser, ready: its WASM is unpacked and started at the first call in a process (about 0.2 s and 100 MB), and shared by
 * all later ones. It never rejects: when it cannot be started or misreads the known statement, it is off and says why.
 */
export async function loadParser(): Promise<SqlParser> {
  try {
    if (!isInitialized()) {
      compileOnce();
      // The option is declared as an address, and bytes are taken too; the self-test would tell.
      await init({ wasmUrl: unpackWasm() as unknown as URL });
    }
    return createParser(rawParse, passesSelfTest(rawParse) ? null : 'it misread a known statement');
  } catch (error) {
    return createParser(rawParse, error instanceof Error ? error.message : String(error));
  }
}

/** Room for the whole WASM: pieces of the usual size would be put together in a second copy of its 23 MB. */
const ROOM = 33_554_432;

/** The WASM as the package has it. */
export function unpackWasm(): Uint8Array {
  const source = String(wasm);
  const text = source.slice(source.indexOf('/*') + 2, source.lastIndexOf('*/'));
  return brotliDecompressSync(bytesInText(text), { chunkSize: ROOM });
}

const rawParse: RawParse = (sql, dialect) => parse(sql, dialect);

/**
 * Has an engine of V8's compile each function of the WASM once, when it is first called. Compiling the busy ones again for speed takes
 * more CPU than 25,000 statements give back, and 190 MB (Node 20 and 24). Engines that take no flags go their own way.
 */
function compileOnce(): void {
  try {
    setFlagsFromString('--no-wasm-tier-up');
    setFlagsFromString('--no-wasm-dynamic-tiering');
  } catch {
    // Bun has the function and throws.
  }
}

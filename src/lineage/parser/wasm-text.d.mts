/**
 * Holds the parser's WASM, brotli-compressed, as text in the comment that is its body: its source text is what counts. `npm run
 * compile` writes the module from `polyglot-sql.wasm.br`.
 */
export default function wasm(): void;

/** The parser's WASM, brotli-compressed, as base64. `npm run compile` writes the module from `polyglot-sql.wasm.br`. */
declare const wasmBase64: () => string;
export default wasmBase64;

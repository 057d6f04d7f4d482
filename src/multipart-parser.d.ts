declare module 'node-fetch/src/utils/multipart-parser.js' {
  /** Only re-exported, so that the bundler sees it. */
  export function toFormData(body: unknown, contentType: string): Promise<unknown>;
}

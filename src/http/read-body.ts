import { Buffer } from 'node:buffer';

/** The body is larger than allowed; it was not read to its end. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * The text of a body of at most `maxBytes` after decompression, so that neither a wrong address nor a hostile archive fills the
 * memory. Leaving the loop destroys the stream, and with it the connection.
 * @throws BodyTooLarge, or what the stream fails with.
 */
export async function readBody(body: NodeJS.ReadableStream | null, maxBytes: number): Promise<string> {
  if (body === null) return '';
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    bytes += piece.byteLength;
    if (bytes > maxBytes) throw new BodyTooLarge();
    chunks.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

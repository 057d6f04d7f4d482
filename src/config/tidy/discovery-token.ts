import { Buffer } from 'node:buffer';

/** A Discovery signature token as it travels, and all that must stay secret of it. */
export interface DiscoveryToken {
  /** base64 of `token:access_key:access_secret`. */
  readonly bearer: string;
  readonly secrets: readonly string[];
}

const TRIPLE = /^[^:\s]+:[^:\s]+:[^:\s]+$/;
const PLAIN = /^[\x21-\x7e]+$/;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** From `token:key:secret` or its base64, in either alphabet; null for anything else. */
export function readDiscoveryToken(text: string): DiscoveryToken | null {
  const triple = TRIPLE.test(text)
    ? text
    : BASE64.test(text)
      ? Buffer.from(text, 'base64').toString('utf8')
      : '';
  if (!TRIPLE.test(triple) || !PLAIN.test(triple)) return null;
  const [token = '', key = '', secret = ''] = triple.split(':');
  const bearer = Buffer.from(triple).toString('base64');
  return {
    bearer,
    secrets: [text, bearer, triple, `${token}:${key}`, `${key}:${secret}`, token, key, secret],
  };
}

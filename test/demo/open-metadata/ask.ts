import type { StandInOpenMetadata } from '../../../src/demo/open-metadata/start-open-metadata.ts';
import { isRecord } from './id-map.ts';

/** An answer of the stand-in; `json` is null for an empty body. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  /** A field of the answer's object, by its path. */
  at(...path: readonly (string | number)[]): unknown;
}

/** One request below `/api/v1`, as the bot unless told otherwise. */
export async function ask(
  openMetadata: StandInOpenMetadata,
  method: string,
  path: string,
  body?: unknown,
  options: { readonly token?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Told> {
  const token = options.token ?? openMetadata.botToken;
  const response = await fetch(`${openMetadata.url}/v1${path}`, {
    method,
    headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...options.headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === '' ? null : JSON.parse(text);
  const at = (...path: readonly (string | number)[]) =>
    path.reduce<unknown>(
      (value, key) => (Array.isArray(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined),
      json,
    );
  return { status: response.status, headers: response.headers, json, at };
}

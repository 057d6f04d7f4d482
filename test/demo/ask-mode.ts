import { Buffer } from 'node:buffer';
import type { StandInMode } from '../../src/demo/mode/start-mode.ts';

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One GET of the stand-in, with its key unless another header (or none) is given. */
export async function askMode(
  mode: StandInMode,
  path: string,
  authorization: string | null = basic(mode.token, mode.secret),
): Promise<Asked> {
  const response = await fetch(`${mode.url}${path}`, {
    headers: authorization === null ? {} : { authorization },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export const basic = (token: string, secret: string): string =>
  `Basic ${Buffer.from(`${token}:${secret}`).toString('base64')}`;

/** The value under a path of keys, undefined where one is missing. */
export function under(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    value,
  );
}

/** The items of a HAL list. */
export function listed(body: unknown, key: string): readonly unknown[] {
  const items = under(body, '_embedded', key);
  if (!Array.isArray(items)) throw new Error(`no list of ${key}`);
  return items;
}

export const tokens = (items: readonly unknown[]): unknown[] => items.map((item) => under(item, 'token'));

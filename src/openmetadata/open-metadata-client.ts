import type { z } from 'zod';
import { EXIT, IngestError } from '../errors.ts';
import type { Requester } from '../http/give-up.ts';
import type { HttpRequest, HttpResponse } from '../http/http-client.ts';
import { HttpError } from '../http/http-error.ts';

export type Query = NonNullable<HttpRequest['query']>;

/** OpenMetadata's REST API (`<host>/api/v1`), with answers checked at the door. */
export interface OpenMetadataClient {
  /** When the token says that it expires; null when it does not say, or nobody told. */
  readonly tokenExpiresAt: Date | null;
  get<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<T>;
  /** Like `get`; undefined when the server answers 404. */
  find<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<T | undefined>;
  send(request: HttpRequest): Promise<HttpResponse>;
}

export function createOpenMetadataClient(
  http: Requester,
  { tokenExpiresAt = null }: { readonly tokenExpiresAt?: Date | null } = {},
): OpenMetadataClient {
  const get: OpenMetadataClient['get'] = async (path, schema, query = {}) => {
    const { json } = await http.request({ method: 'GET', path, query });
    return checked(json, schema, path);
  };
  return {
    tokenExpiresAt,
    get,
    find: (path, schema, query) =>
      get(path, schema, query).catch((error: unknown) => {
        if (error instanceof HttpError && error.status === 404) return undefined;
        throw error;
      }),
    send: (request) => http.request(request),
  };
}

/** An answer as its schema reads it. What does not fit is an error: a catalog that is read wrongly would be written wrongly. */
export function checked<T>(json: unknown, schema: z.ZodType<T>, path: string): T {
  const { success, data, error } = schema.safeParse(json);
  if (success) return data;
  const [issue] = error.issues;
  const where = issue?.path.join('.') || 'the answer';
  throw new IngestError(
    'openmetadata-answer',
    `OpenMetadata's answer to GET ${path} is not as expected: ${where}: ${issue?.message ?? 'invalid'}.`,
    {
      next: 'Check that hostPort is the address of an OpenMetadata server (it ends in /api). If it is, report this with the version of the server.',
      exitCode: EXIT.partial,
      cause: error,
    },
  );
}

/** A name or FQN as one segment of a path. Half a surrogate pair cannot be encoded, and no name has one. */
export const segment = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'));

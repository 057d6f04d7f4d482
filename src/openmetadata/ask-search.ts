import { z } from 'zod';
import { HttpError } from '../http/http-error.ts';
import { checked, type OpenMetadataClient, type Query } from './open-metadata-client.ts';

/**
 * Asks the search engine. Undefined when it cannot answer: without an engine the server says 500 (1.12.6) or 503. A 500 is not tried
 * again here, since it may come at every question; `canSearch` tells for good.
 */
export async function askSearch<T>(
  client: OpenMetadataClient,
  path: string,
  schema: z.ZodType<T>,
  query: Query,
): Promise<T | undefined> {
  try {
    const { status, json } = await client.send({ method: 'GET', path, query, accept: [500] });
    return status === 500 ? undefined : checked(json, schema, path);
  } catch (error) {
    if (isDown(error)) return undefined;
    throw error;
  }
}

/** Whether the engine answers the simplest question, with all the retries of the HTTP client. */
export async function canSearch(client: OpenMetadataClient): Promise<boolean> {
  try {
    await client.get('/search/query', z.unknown(), { q: '*', index: 'table_search_index', size: 0 });
    return true;
  } catch (error) {
    if (isDown(error)) return false;
    throw error;
  }
}

const isDown = (error: unknown): boolean =>
  error instanceof HttpError && (error.status === 500 || error.status === 503);

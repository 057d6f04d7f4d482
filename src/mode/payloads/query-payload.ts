import { z } from 'zod';
import type { WebUrls } from '../web-urls.ts';
import type { WrittenQuery } from '../workspace.ts';
import { optionalId, text, textOrNull, token } from './scalars.ts';

/** A row of `GET /api/{ws}/reports/{report}/queries`. */
export const queryPayload = z.object({
  token,
  name: textOrNull,
  raw_query: text,
  data_source_id: optionalId,
});

export const toQuery = (
  payload: z.output<typeof queryPayload>,
  { reportToken, urls }: { readonly reportToken: string; readonly urls: WebUrls },
): WrittenQuery => ({
  token: payload.token,
  name: payload.name,
  sql: payload.raw_query,
  connectionId: payload.data_source_id,
  url: urls.query(reportToken, payload.token),
});

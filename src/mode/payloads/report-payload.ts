import { z } from 'zod';
import type { WebUrls } from '../web-urls.ts';
import type { Report } from '../workspace.ts';
import { count, flag, flagOrNull, href, text, textOrNull, token } from './scalars.ts';

/** A report or dataset as it is listed, without its queries and without what imports it. REST's rows tell no address of the creator. */
export type ListedReport = Omit<Report, 'queries' | 'importedBy'>;

/** A row of the reports or the datasets of a collection. Untitled reports have no name, datasets no `archived`. */
export const reportPayload = z.object({
  token,
  name: textOrNull,
  description: text,
  type: z.string().nullish(),
  archived: flag,
  created_at: textOrNull,
  edited_at: textOrNull,
  last_saved_at: textOrNull,
  last_run_at: textOrNull,
  view_count: count,
  query_count: count,
  chart_count: count,
  collection_token: token.nullish().catch(null),
  space_token: token.nullish().catch(null),
  has_imported_datasets: flagOrNull,
  _links: z
    .object({ web: href, creator: href })
    .nullish()
    .transform((links) => links ?? { web: null, creator: null }),
});

export interface ListedIn {
  /** Null where the listing is not a collection's: then the row tells. */
  readonly collectionToken: string | null;
  readonly kind: Report['kind'];
  readonly urls: WebUrls;
}

export function toListedReport(
  payload: z.output<typeof reportPayload>,
  { collectionToken, kind: listedAs, urls }: ListedIn,
): ListedReport {
  const kind = payload.type === 'DatasetReport' ? 'dataset' : listedAs;
  return {
    token: payload.token,
    name: payload.name,
    description: payload.description,
    kind,
    collectionToken: collectionToken ?? payload.collection_token ?? payload.space_token ?? null,
    archived: payload.archived,
    url: urls.report(payload.token, kind, payload._links.web),
    creator: usernameOf(payload._links.creator),
    creatorEmail: null,
    createdAt: payload.created_at,
    editedAt: payload.edited_at,
    lastSavedAt: payload.last_saved_at,
    lastRunAt: payload.last_run_at,
    viewCount: payload.view_count,
    queryCount: payload.query_count,
    chartCount: payload.chart_count,
    hasImportedDatasets: payload.has_imported_datasets,
  };
}

/** The username that a creator's link `/api/jane` ends in. The link is missing when the creator has left. */
function usernameOf(link: string | null): string | null {
  const last = link?.match(/\/([A-Za-z0-9._~%@+-]{1,128})\/?(?:[?#].*)?$/)?.[1];
  if (last === undefined) return null;
  try {
    return decodeURIComponent(last);
  } catch {
    return null;
  }
}

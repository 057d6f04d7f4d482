import { z } from 'zod';
import { decodeEntities } from '../decode-entities.ts';
import type { ListedCollection } from '../payloads/collection-payload.ts';
import { kindOfCollection } from '../payloads/collection-payload.ts';

import type { ListedReport } from '../payloads/report-payload.ts';
import { count, text, textOrNull, token } from '../payloads/scalars.ts';
import type { WebUrls } from '../web-urls.ts';
import type { Chart, WrittenQuery } from '../workspace.ts';

/** A row of `GET /batch/{ws}/reports`. It tells no `archived`, no count and no link for people. */
export const reportRow = z.object({
  token,
  name: textOrNull,
  description: text,
  created_at: textOrNull,
  edited_at: textOrNull,
  last_run_at: textOrNull,
  creator_email: textOrNull,
});

export const toReport = (
  row: z.output<typeof reportRow>,
  known: {
    readonly collectionToken: string;
    readonly urls: WebUrls;
    readonly viewCount: number | null;
  },
): ListedReport => ({
  token: row.token,
  name: row.name,
  description: row.description,
  kind: 'report',
  collectionToken: known.collectionToken,
  archived: null,
  url: known.urls.report(row.token, 'report', null),
  creator: null,
  creatorEmail: row.creator_email,
  createdAt: row.created_at,
  editedAt: row.edited_at,
  lastSavedAt: null,
  lastRunAt: row.last_run_at,
  viewCount: known.viewCount,
  queryCount: null,
  chartCount: null,
  hasImportedDatasets: null,
});

/** A row of `GET /batch/{ws}/queries`. It names its connection by token where REST has the id. */
export const queryRow = z.object({
  token,
  name: textOrNull,
  raw_query: text,
  data_source_token: textOrNull,
});

export const toQuery = (
  row: z.output<typeof queryRow>,
  known: {
    readonly reportToken: string;
    readonly urls: WebUrls;
    /** From the token of a connection to its id. */
    readonly connectionIds: ReadonlyMap<string, string>;
  },
): WrittenQuery => ({
  token: row.token,
  name: row.name,
  sql: row.raw_query,
  // The token of a connection that is not listed is the id of none, which is what there is to know.
  connectionId:
    row.data_source_token === null
      ? null
      : (known.connectionIds.get(row.data_source_token) ?? row.data_source_token),
  url: known.urls.query(known.reportToken, row.token),
});

/** A row of `GET /batch/{ws}/charts`: title and type, nothing of what it draws. */
export const chartRow = z.object({ token, chart_title: textOrNull, chart_type: textOrNull });

export const toChart = (
  row: z.output<typeof chartRow>,
  { reportToken, urls }: { readonly reportToken: string; readonly urls: WebUrls },
): Chart => {
  const title = decodeEntities(row.chart_title ?? '');
  return {
    token: row.token,
    title: title.trim() === '' ? null : title,
    description: null,
    // `vegas` names the renderer; what it draws stands in the specification, which Discovery does not send.
    type: row.chart_type === 'vegas' ? null : row.chart_type,
    columns: null,
    url: urls.chart(reportToken, row.token),
  };
};

/** A row of `GET /batch/{ws}/spaces`, which tells nothing of access. */
export const spaceRow = z
  .object({ token, name: textOrNull, description: text, space_type: z.string().nullish() })
  .transform(
    (row): ListedCollection => ({
      token: row.token,
      name: row.name ?? row.token,
      description: row.description,
      kind: kindOfCollection(row.space_type),
      restricted: null,
    }),
  );

/** A row of `GET /batch/{ws}/report_stats`; `total_views_count` is its older name. */
export const statsRow = z
  .object({ report_token: token, view_count: count, total_views_count: count })
  .transform((row) => ({ token: row.report_token, views: row.view_count ?? row.total_views_count }));

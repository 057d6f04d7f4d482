import type { Answer } from '../stand-in-server.ts';
import { BATCH_ROWS } from './batch-rows.ts';
import { refusal } from './mode-answer.ts';
import type { ModeData } from './mode-data.ts';

/** How Discovery is in this workspace; may be changed between requests. */
export interface DemoDiscovery {
  /** False where the plan lacks it, which is a 403 for every token. */
  inPlan: boolean;
  /** Whether datasets come as reports and their queries as queries: it is not known of Mode, so both are to be tried. */
  listsDatasets: boolean;
}

/** Rows of a page by default and at most. */
const PAGE_SIZE = 1000;
const JSON_ANSWER = { 'content-type': 'application/json; charset=utf-8' };

/** What Discovery answers to an authorised GET of `/batch/…`: flat JSON in pages that are counted. */
export function batchRoutes(mode: ModeData, discovery: DemoDiscovery, url: URL): Answer {
  if (!discovery.inPlan) return refusal('forbidden', 'Your plan does not include the Discovery Database.');
  const [, , workspace, resource = '', ...rest] = url.pathname.split('/');
  const rows = Object.hasOwn(BATCH_ROWS, resource) ? BATCH_ROWS[resource] : undefined;
  if (workspace !== mode.name || rest.length > 0 || rows === undefined) {
    return refusal('not_found', 'Route not found');
  }
  // Members' personal collections come along only when asked for.
  const all = url.searchParams.get('include_spaces') === 'all';
  const collections = mode.collections.filter(({ kind }) => all || kind !== 'private');
  const { listsDatasets } = discovery;
  return page(rows({ mode, collections, listsDatasets }), resource, url);
}

function page(rows: readonly (() => object)[], resource: string, url: URL): Answer {
  const perPage = Math.min(PAGE_SIZE, wholeNumber(url.searchParams.get('per_page')) ?? PAGE_SIZE);
  const number = wholeNumber(url.searchParams.get('page')) ?? 1;
  const items = rows.slice((number - 1) * perPage, number * perPage).map((row) => row());
  const totalPages = Math.ceil(rows.length / perPage);
  const at = (wanted: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('page', String(wanted));
    return { href: `${url.pathname}?${query}` };
  };
  return {
    status: 200,
    headers: JSON_ANSWER,
    json: {
      pagination: {
        page: number,
        per_page: perPage,
        count: items.length,
        total_pages: totalPages,
        total_count: rows.length,
      },
      [resource]: items,
      _links: {
        ...(number < totalPages ? { next_page: at(number + 1) } : {}),
        ...(number > 1 ? { prev_page: at(number - 1) } : {}),
      },
    },
  };
}

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

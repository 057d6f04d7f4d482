import { halList, link } from './hal.ts';
import type { DemoCollection, ModeData } from './mode-data.ts';
import { PAGE_SIZE, pageOf } from './page-of.ts';
import { spacePayload } from './space-payload.ts';

/** One page of `/spaces`, the only listing of the walk that counts its pages. */
export function spacesListing(mode: ModeData, asked: URLSearchParams) {
  const path = `/api/${mode.name}/spaces`;
  const page = pageOf(visible(mode.collections, asked.get('filter')), asked);
  const at = (number: number) => {
    const wanted = new URLSearchParams(asked);
    wanted.set('page', String(number));
    return link(`${path}?${wanted}`);
  };
  const list = halList(
    'spaces',
    page.items.map((collection) => spacePayload(mode, collection, false)),
    path,
  );
  return {
    pagination: {
      page: page.number,
      per_page: PAGE_SIZE,
      count: page.items.length,
      total_pages: page.totalPages,
      total_count: page.totalCount,
    },
    ...list,
    _links: {
      ...list._links,
      ...(page.number < page.totalPages ? { next_page: at(page.number + 1) } : {}),
      ...(page.number > 1 ? { prev_page: at(page.number - 1) } : {}),
    },
  };
}

/**
 * The filters that Mode has: `all`, `custom` and `mine`, in lower case. Anything else is as good as none, and
 * none means "collections of which the key's member is one". A workspace key has no member, so that is the
 * empty list with a 200: the silent loss of OpenMetadata issue 16263.
 */
function visible(collections: readonly DemoCollection[], filter: string | null): readonly DemoCollection[] {
  if (filter === 'all') return collections;
  if (filter === 'custom') return collections.filter(({ kind }) => kind === 'custom');
  return [];
}

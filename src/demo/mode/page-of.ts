/** Mode's page size in listings of collections, reports and datasets, whatever `per_page` asks. */
export const PAGE_SIZE = 30;

export interface Page<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly number: number;
  readonly totalPages: number;
  readonly totalCount: number;
}

/** The page that `page` of the query string asks for; the first when it asks for none, empty past the end. */
export function pageOf<T>(all: readonly T[], asked: URLSearchParams): Page<T> {
  const wanted = Number(asked.get('page') ?? 1);
  const number = Number.isInteger(wanted) && wanted > 0 ? wanted : 1;
  const start = (number - 1) * PAGE_SIZE;
  return {
    items: all.slice(start, start + PAGE_SIZE),
    number,
    totalPages: Math.ceil(all.length / PAGE_SIZE),
    totalCount: all.length,
  };
}

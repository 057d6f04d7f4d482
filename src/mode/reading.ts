import type { ReadFailure, Reading } from './workspace.ts';

/** A list as it was read, and the elements of it that could not be used, in prose. */
export interface Listing<T> {
  readonly reading: Reading<T>;
  readonly notices: readonly string[];
}

/** A copy of the list, since one that was filled piece by piece has room for seventeen elements. */
export const complete = <T>(items: readonly T[]): Reading<T> => ({
  state: 'complete',
  items: items.slice(),
});

export const unread = (failure: ReadFailure): Reading<never> => ({ state: 'unread', items: [], failure });

/** What was read before something went wrong, if anything did. */
export const readSoFar = <T>(items: readonly T[], failure: ReadFailure | null): Reading<T> =>
  failure === null ? complete(items) : { state: 'partial', items, failure };

/** The same list, as whole as it was, with other items in place of its own. */
export const withItems = <T>(reading: Reading<unknown>, items: readonly T[]): Reading<T> =>
  reading.state === 'unread' ? reading : { ...reading, items };

import type { PresentDashboard, WantedDashboard } from '../catalog/entities.ts';
import { MOST_VIEWS, type ViewMemory } from './view-memory.ts';

const DAY_MS = 86_400_000;

/** What one dashboard's views ask for. */
export interface ViewCount {
  /** To be kept in its mark before the count is written; null when the mark's own stays right. */
  readonly memory: ViewMemory | null;
  /** Of today, UTC, to be set; null when there is nothing to set. */
  readonly count: number | null;
}

const NOTHING: ViewCount = { memory: null, count: null };

/**
 * Today's views of a dashboard: Mode's counter minus where it stood. The memory is written before the count that it belongs to, so that
 * a run which ends in between loses nothing and counts nothing twice; views of days without a run count on the day of the next one.
 *
 * - Seen first: the counter is where we begin, and nothing is counted; views of years are not today's. All views of a report that was
 *   made within a day are.
 * - Again on the same day: the count is set anew, from the same base.
 * - On a later day: what was recorded becomes part of the base.
 * - A counter that went down says nothing: a day's count never shrinks, and the next day begins where the counter is.
 * - A record that was deleted is counted again, on the day of the run.
 */
export function countViews(
  { views }: Pick<WantedDashboard, 'views'>,
  present: Pick<PresentDashboard, 'usage'> | undefined,
  memory: ViewMemory | null,
  now: number,
): ViewCount {
  if (views === null || !Number.isSafeInteger(views.count) || views.count < 0 || views.count > MOST_VIEWS)
    return NOTHING;
  const counter = views.count;
  const today = Math.floor(now / DAY_MS);
  const recorded = present?.usage == null ? null : { ...present.usage, day: dayOf(present.usage.date) };
  const recordedToday = recorded?.day === today ? recorded.count : 0;
  if (recorded !== null && recorded.day > today) return NOTHING;
  // One of a day to come is none: what ends so is a mark of before this memory.
  if (memory === null || memory.day > today) {
    const isNew = recorded === null && isWithinADay(views.madeAt, now);
    const base = isNew ? 0 : Math.max(0, counter - recordedToday);
    return { memory: { base, day: today }, count: isNew && counter > 0 ? counter : null };
  }
  const ours = recorded !== null && recorded.day >= memory.day ? recorded : null;
  if (ours?.day === today) {
    const count = counter - memory.base;
    return count > ours.count ? { memory: null, count } : NOTHING;
  }
  const base = memory.base + (ours?.count ?? 0);
  if (counter < base) return { memory: { base: counter, day: today }, count: null };
  if (counter === base) return NOTHING;
  return { memory: ours === null ? null : { base, day: today }, count: counter - base };
}

/** `2026-11-24` as days since 1970-01-01. */
const dayOf = (date: string): number => Math.floor(Date.parse(date) / DAY_MS);

/** Today's date as the server takes it. */
export const dateOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

function isWithinADay(madeAt: string | null, now: number): boolean {
  const age = madeAt === null ? Number.NaN : now - Date.parse(madeAt);
  return age <= DAY_MS && age >= -DAY_MS;
}

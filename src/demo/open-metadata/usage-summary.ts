const DAY = 86_400_000;

/** Views on the last counted day, and in the 7 and 30 days up to it. */
export function usageSummary(usage: ReadonlyMap<string, number>, now: number): Record<string, unknown> {
  const date = [...usage.keys()].sort().at(-1) ?? new Date(now).toISOString().slice(0, 10);
  const sum = (days: number) =>
    [...usage]
      .filter(([day]) => Date.parse(date) - Date.parse(day) < days * DAY)
      .reduce((total, [, count]) => total + count, 0);
  const stats = (days: number) => ({ count: sum(days), percentileRank: 0 });
  return { dailyStats: stats(1), weeklyStats: stats(7), monthlyStats: stats(30), date };
}

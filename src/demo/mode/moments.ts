/** Mode's way to write a moment: ISO 8601 with milliseconds and `Z`. */
export const moment = (iso: string): string => new Date(iso).toISOString();
export const momentOrNull = (iso: string | null): string | null => (iso === null ? null : moment(iso));
export const momentAfter = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();

/** The last of the moments that are known. */
export const latest = (...moments: readonly [string, ...(string | null)[]]): string =>
  moment(
    moments.reduce<string>(
      (last, next) => (next !== null && Date.parse(next) > Date.parse(last) ? next : last),
      moments[0],
    ),
  );

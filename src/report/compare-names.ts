const collator = new Intl.Collator('en', { numeric: true });

/** `Report 2` before `Report 10`. */
export const compareNames = (one: string, other: string): number => collator.compare(one, other);

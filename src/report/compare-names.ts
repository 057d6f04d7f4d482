/** Made when the first names are compared: that takes many milliseconds, and a start sorts nothing. */
let collator: Intl.Collator | undefined;

/** `Report 2` before `Report 10`. */
export function compareNames(one: string, other: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(one, other);
}

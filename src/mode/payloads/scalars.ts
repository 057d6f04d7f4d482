import { z } from 'zod';

/** What Mode routes by: 12 hexadecimal characters so far. It becomes part of paths, so nothing else may be in it. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not a token');

/** Ids were numbers until 2024 and are decimal strings since, mixed at times: they are compared as strings. */
export const id = z.union([z.string().min(1).max(64), z.int()], 'is not an id').transform(String);

/** An id that may be missing. */
export const optionalId = z
  .union([z.string().max(64), z.int()], 'is not an id')
  .nullish()
  .transform((value) => (value === undefined || value === null || value === '' ? null : String(value)));

/** Text that is empty when Mode leaves it out. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** Text that is null when Mode leaves it out or sends blanks. */
export const textOrNull = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === null || value.trim() === '' ? null : value));

/** A flag that is false when Mode leaves it out. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** A flag that is null when Mode leaves it out: unknown is never false. */
export const flagOrNull = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

/** A count; null when Mode does not tell it, or tells no count: unknown is never 0. Some answers have digits in a string. */
export const count = z
  .union([
    z.int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

/** The address of a HAL link; null when the link or its address is missing. */
export const href = z
  .object({ href: z.string().nullish() })
  .nullish()
  .transform((link) => link?.href ?? null);

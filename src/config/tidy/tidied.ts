import { z } from 'zod';
import type { Note } from '../remark.ts';

/** A text made fit: its value, or null with the error among the notes. */
export interface Tidied {
  readonly value: string | null;
  readonly notes: readonly Note[];
}

export const fit = (value: string, ...notes: Note[]): Tidied => ({ value, notes });
export const unfit = (...notes: Note[]): Tidied => ({ value: null, notes });

/** A zod field whose text is made fit. Errors become issues; the other notes are told by the advice. */
export const tidied = (tidy: (text: string) => Tidied, base: z.ZodType<string>) =>
  base.transform((text, context) => {
    const { value, notes } = tidy(text);
    if (value !== null) return value;
    for (const { code, message, next } of notes)
      context.addIssue({ code: 'custom', message, params: { code, next } });
    return z.NEVER;
  });

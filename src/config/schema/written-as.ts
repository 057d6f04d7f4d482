import { z } from 'zod';

/** What the JSON Schema has to know of a field beside what zod tells: a preprocess step and a check of ours it does not see. */
export interface WrittenAs {
  /** The texts that are taken, whole, as a regular expression; null for any. `${NAME}` is taken everywhere. */
  readonly pattern: string | null;
  /** What to say where nothing fits. */
  readonly says?: string;
  /** A number or flag of YAML counts as the text that it was written as. */
  readonly anyScalar?: true;
  /** A text alone counts as a list of one. */
  readonly alone?: true;
  /** Whatever it is, a placeholder too, even one that without quotes is a map to YAML: the run may be given another. */
  readonly loose?: true;
}

export const writtenAs = z.registry<WrittenAs>();

/** Notes how a field may be written, and gives it back. */
export function taking<Schema extends z.ZodType>(schema: Schema, how: WrittenAs): Schema {
  writtenAs.add(schema, how);
  return schema;
}

/** A credential may be any text: whether it has the right characters only counts where the run is given no other. */
export const credential = <Schema extends z.ZodType>(schema: Schema): Schema =>
  taking(schema, { pattern: null, anyScalar: true, loose: true });

/** Neither an expression of GitHub Actions nor a default within the braces, which `substitute` refuses. */
const WELL_FORMED = '(?![\\s\\S]*\\$\\{\\{[\\s\\S]*\\}\\})(?!(?:[\\s\\S]*[^$])?\\$\\{[A-Za-z_]\\w*:?[-=?+])';

/** A variable of the environment, whose value nobody knows before the run. */
const PLACEHOLDER = '(?:[\\s\\S]*[^$])?\\$\\{[A-Za-z_]\\w*\\}[\\s\\S]*|\\$[A-Za-z_]\\w*';

/** The regular expression of the JSON Schema for texts of a pattern. */
export const wholeText = (pattern: string | null): string =>
  pattern === null ? `^${WELL_FORMED}` : `^${WELL_FORMED}(?:${PLACEHOLDER}|${pattern})$`;

import type { Place } from '../config/document/config-node.ts';
import type { Remark } from '../config/remark.ts';

/** One key written anew. */
export interface KeyChange {
  readonly at: Place;
  readonly from: string;
  /** Today's key; with its section where that is another. */
  readonly to: string;
}

export interface Migration {
  /** The text with today's keys; the text itself where there is nothing to do, and where a remark is an error. */
  readonly text: string;
  /** In the order of the file. */
  readonly changes: readonly KeyChange[];
  /** Why the file stays as it is. */
  readonly remarks: readonly Remark[];
}

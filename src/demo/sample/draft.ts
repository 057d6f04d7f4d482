import type { DemoChart, DemoCollection } from '../mode/mode-data.ts';

/** What is worth writing down of a collection; `build-collection.ts` fills in the rest. */
export interface CollectionDraft {
  readonly name: string;
  readonly description: string | null;
  readonly kind: DemoCollection['kind'];
  readonly restricted?: boolean;
  readonly reports: readonly ReportDraft[];
}

export interface ReportDraft {
  readonly name: string | null;
  /** What its token is made of where the name will not do: an untitled report, or one that may be renamed. */
  readonly key?: string;
  readonly about?: string;
  readonly kind?: 'report' | 'dataset';
  readonly archived?: boolean;
  /** Username of the creator; null when gone. */
  readonly by: string | null;
  /** Dates of 2026, as `2026-03-14`; null when never. */
  readonly created: string;
  readonly edited?: string | null;
  readonly ran?: string | null;
  readonly views?: number;
  /** What the tokens of the imported datasets are made of: their keys, or their names. */
  readonly imports?: readonly string[];
  readonly queries: readonly QueryDraft[];
}

export interface QueryDraft {
  readonly name: string | null;
  /** A connection's id, or null for none. */
  readonly on: number | null;
  readonly sql: string;
  readonly charts?: readonly ChartDraft[];
}

/** A chart's type and title, and what little else it may have. */
export type ChartDraft = readonly [
  type: string,
  title: string | null,
  more?: Partial<Pick<DemoChart, 'description' | 'generation' | 'columns'>>,
];

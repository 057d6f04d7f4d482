import type { RunReport } from '../run-report.ts';

/**
 * What the page is given, as JSON. Every text that may occur twice stands once in `texts`, and is named by its index; `''` is
 * always there. Rows are tuples, since a workspace has tens of thousands of them.
 */
export interface PageData {
  readonly run: PageRun;
  /** See `packTexts`. */
  readonly texts: readonly (number | string)[];
  readonly assets: readonly AssetRow[];
  readonly changes: readonly ChangeRow[];
  readonly edges: readonly EdgeRow[];
  readonly queries: readonly QueryRow[];
}

/** The parts of a run that occur once, or seldom. */
export interface PageRun {
  readonly command: string;
  readonly status: string;
  /** `status` in two or three words. */
  readonly title: string;
  readonly verdict: string;
  readonly facts: readonly (readonly [what: string, value: string])[];
  readonly totals: RunReport['totals'];
  readonly verdicts: readonly (readonly [verdict: string, title: string, count: number])[];
  readonly error: { readonly code: string; readonly message: string; readonly next: string } | null;
  readonly guard: {
    readonly state: string;
    readonly reasons: readonly string[];
    readonly deletions: number;
  } | null;
  readonly comparison: {
    readonly verdict: string;
    readonly keys: readonly (readonly [key: string, before: string | null, after: string | null])[];
    readonly gained: readonly PageMove[];
    readonly lost: readonly PageMove[];
  } | null;
  readonly failures: readonly (readonly [key: string, error: string])[];
  readonly incomplete: readonly string[];
  readonly findings: readonly (readonly [severity: string, place: string, message: string, next: string])[];
  readonly notices: readonly string[];
  readonly skipped: readonly (readonly [what: string, name: string, why: string])[];
  readonly missingTables: readonly (readonly [name: string, queries: number])[];
}

/** A report or dataset that goes in or out; its address is empty where it has none. */
export type PageMove = readonly [name: string, url: string, because: string];

/** In the order of the way of the data; the first three are the layers of the drawing. */
export const KINDS = ['table', 'dashboardDataModel', 'dashboard', 'chart'] as const;
export type Kind = (typeof KINDS)[number];

/** What becomes of an asset or an edge. Of a table, which is not ours, nothing does. */
export const ACTIONS = [
  '',
  'failed',
  'delete',
  'remove',
  'update',
  'change',
  'restore',
  'create',
  'add',
  'keep',
  'unchanged',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Indexes into KINDS, `texts` (name, FQN, URL), ACTIONS, `texts` (reason), `assets` (the dashboard; -1 for none), `texts` (collection). */
export type AssetRow = readonly [
  kind: number,
  name: number,
  fqn: number,
  url: number,
  action: number,
  reason: number,
  parent: number,
  project: number,
];

/** One field of an asset: indexes into `assets` and `texts`. */
export type ChangeRow = readonly [asset: number, field: number, before: number, after: number];

/**
 * Indexes into `assets` (both ends) and ACTIONS, 1 when it is conditional, and then, two by two, the columns: indexes into `texts`
 * of names within either end. On an edge into a dashboard the second of the two is the FQN of a chart.
 */
export type EdgeRow = readonly number[];

/**
 * A query that is not linked in full, or with a doubt: index into `assets` (-1 for none) and `texts` (report, name, URL), index into
 * `verdicts`, `texts` (reason, next), then three by three its diagnostics: code, message, line (0 for none).
 */
export type QueryRow = readonly number[];

import { Buffer } from 'node:buffer';
import { join, type Markdown, md } from './markdown.ts';

/** How much of a report is shown. */
export interface Detail {
  /** Whether assets that stay as they are have a row. */
  readonly unchanged: boolean;
  /** Whether charts and data models have a row, or are counted. */
  readonly children: boolean;
  /** The most rows of any one part. */
  readonly rows: number;
  /** The most rows of the edges' table: a drawing has shown the gist. */
  readonly edges: number;
}

const ALL = Number.POSITIVE_INFINITY;

const LEAST: Detail = { unchanged: false, children: false, rows: 10, edges: 10 };

/** From the least to everything. */
const DETAILS: readonly Detail[] = [
  LEAST,
  ...[25, 60, 100, 150, 250, 400, 1000, 2000, 4000, ALL].map((rows) => ({
    unchanged: false,
    children: false,
    rows,
    edges: Math.min(rows, 200),
  })),
  { unchanged: false, children: true, rows: ALL, edges: 500 },
  { unchanged: false, children: true, rows: ALL, edges: ALL },
  { unchanged: true, children: true, rows: ALL, edges: ALL },
];

const CUT = md`_The rest does not fit here. The JSON report has all of it._`;

export const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * The most detailed drawing that has at most `limit` bytes in UTF-8. When even the least is too long, it ends between two of its parts
 * and says so. A part is whole or absent, so whatever opens in one closes there. Limits below the first part give nothing.
 */
export function trim(limit: number, draw: (detail: Detail) => readonly Markdown[]): string {
  let best: string | null = null;
  // From below: a drawing that is far too long would take long to make.
  for (const detail of DETAILS) {
    const text = whole(draw(detail));
    if (bytes(text) > limit) break;
    best = text;
  }
  return best ?? cut(limit, draw(LEAST));
}

function cut(limit: number, parts: readonly Markdown[]): string {
  for (let kept = parts.length - 1; kept > 0; kept -= 1) {
    const text = whole([...parts.slice(0, kept), CUT]);
    if (bytes(text) <= limit) return text;
  }
  return '';
}

const whole = (parts: readonly Markdown[]): string => `${join(parts, '\n\n').markdown}\n`;

import { markerText } from './marker-text.ts';

/**
 * The hidden line by which a comment is found again. Path and label are written so that neither can end the line, look like the other,
 * or be mistaken for those of another comment.
 */
export const commentMarker = (path: string, label: string): string =>
  `<!-- mode-ingest:plan config=${markerText(path)} label=${markerText(label)} -->`;

/** Likewise for the issue of a drift of these configurations. */
export const driftMarker = (paths: readonly string[]): string =>
  `<!-- mode-ingest:drift config=${markerText(paths.join('\n'))} -->`;

/** Whether a text begins with just this line. Further down somebody may have quoted it. */
export const hasMarker = (body: string, marker: string): boolean => body.split(/\r?\n/, 1)[0] === marker;

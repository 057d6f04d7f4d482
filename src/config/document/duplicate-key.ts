import type { Remark } from '../remark.ts';
import type { MapEntry, Place } from './config-node.ts';

/** YAML forbids it, and OpenMetadata's connector takes the last one without a word. */
export const duplicateKey = (at: Place | null, earlier: MapEntry): Remark => ({
  severity: 'error',
  code: 'duplicate-key',
  message: earlier.keyAt
    ? `This key stands twice in one section: first on line ${earlier.keyAt.line}.`
    : 'A key stands twice in one section, in two spellings.',
  next: 'Keep one of the two.',
  at,
});

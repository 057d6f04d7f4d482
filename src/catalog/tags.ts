import type { Collection, Report } from '../mode/workspace.ts';
import { cleanName } from './clean-text.ts';
import type { WantedTag } from './entities.ts';
import { fqn } from './fqn.ts';

/** OpenMetadata 1.4 allows word characters, blanks and a few marks; 2.0 forbids `>` and `"`. A tag's FQN had 128 characters. */
const NOT_IN_TAG_NAMES = /[^\p{L}\p{M}\p{N}_ '&()%-]+/gu;
const LONGEST = 100;

/** The tag of a report's collection. Its name is the collection's, as far as every server version takes it. */
export function collectionTag(collection: Pick<Collection, 'token' | 'name'>): WantedTag {
  const inMode = cleanName(collection.name);
  const name = inMode.normalize('NFC').replace(NOT_IN_TAG_NAMES, ' ').replace(/\s+/g, ' ').trim();
  return tag(
    'ModeCollection',
    shortened(name) || collection.token,
    `Reports of the Mode collection ${inMode}.`,
  );
}

/** Never cut within a character: half of one comes back from the catalog as something else. */
const shortened = (name: string): string =>
  name
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}$/u, '')
    .trim();

const FLAGS = {
  Archived: 'Reports that are archived in Mode.',
  Personal: 'Reports in a personal Mode collection.',
  Restricted: 'Reports in a Mode collection with restricted access.',
} as const;

/** Everything that the tags tell of a report: its collection, and its flags. */
export function reportTags(
  report: Pick<Report, 'archived'>,
  collection: Collection | undefined,
): readonly WantedTag[] {
  const flags: (keyof typeof FLAGS)[] = [];
  if (report.archived) flags.push('Archived');
  if (collection?.kind === 'private') flags.push('Personal');
  if (collection?.restricted) flags.push('Restricted');
  return [
    ...(collection === undefined ? [] : [collectionTag(collection)]),
    ...flags.map((flag) => tag('ModeReport', flag, FLAGS[flag])),
  ];
}

/** Tags of a report that may or may not be true of it: what the catalog has of them stays. FQNs. */
export const unknownTags = (
  report: Pick<Report, 'archived'>,
  collection: Collection | undefined,
): readonly string[] =>
  [
    report.archived === null ? 'Archived' : null,
    collection?.restricted === null ? 'Restricted' : null,
  ].flatMap((flag) => (flag === null ? [] : fqn('ModeReport', flag)));

const tag = (classification: WantedTag['classification'], name: string, description: string): WantedTag => ({
  classification,
  name,
  fqn: fqn(classification, name),
  description,
});

import { EDGE, GAP, UNKNOWN } from './unknown.ts';

/** Words that never continue a name that stands right before them. */
const CLAUSES =
  'select|with|from|where|and|or|on|using|join|inner|left|right|full|cross|natural|lateral|group|order|having|qualify|limit|offset|union|intersect|except|minus|insert|create|as';
const GLUED = new RegExp(`(?<=[\\w)"'\`\\]])${EDGE}+(?=(?:${CLAUSES})\\b)`, 'giu');
/** A name that a branch was to end, or a FROM that it was to fill. */
const UNFINISHED = new RegExp(
  `(?<=[\\p{L}\\p{N}_"'\`\\]][._-]\\s*)${GAP}+(?![\\p{L}\\p{N}_"'\`[{${UNKNOWN}])`,
  'giu',
);
const UNFILLED = new RegExp(`(?<=\\b(?:from|join)\\s+)${GAP}+(?=\\s*(?:$|[);,]|(?:${CLAUSES})\\b))`, 'giu');

/**
 * Takes the marks of branches out of a rendered text. Where a branch that was taken by force meets a clause, a blank keeps them apart;
 * where no branch ended a name, nobody knows the name.
 */
export function mendEdges(text: string): string {
  if (!text.includes(EDGE) && !text.includes(GAP)) return text;
  return text
    .replaceAll(/[\uE002\uE003]{2,}/g, oneMark)
    .replace(GLUED, ' ')
    .replaceAll(EDGE, '')
    .replace(UNFINISHED, UNKNOWN)
    .replace(UNFILLED, UNKNOWN)
    .replaceAll(GAP, '');
}

/** Tags that stand side by side leave one mark. */
const oneMark = (marks: string): string => (marks.includes(EDGE) ? EDGE : GAP);

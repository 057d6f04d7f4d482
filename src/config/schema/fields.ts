import { z } from 'zod';
import { didYouMean } from '../did-you-mean.ts';
import { MINUTES, MOST_MINUTES, readMinutes } from '../minutes.ts';
import { anyWord, wholeNumberUpTo } from './text-patterns.ts';
import { taking, writtenAs } from './written-as.ts';

/** What zod asks an error text for: the value is looked at, never shown. */
interface Issue {
  readonly input?: unknown;
}

const orMissing = (message: string) => (issue: Issue) => (issue.input === undefined ? 'is missing' : message);

const plain = () => z.string({ error: orMissing('must be text') });

export const text = taking(plain(), { pattern: null, says: 'must be text', anyScalar: true });

/** Text that a pattern holds to a shape, which no number or flag has. */
export const textLike = (pattern: string, says: string) =>
  taking(plain().regex(new RegExp(`^(?:${pattern})$`, 'u'), { error: says }), { pattern, says });

/** The words of YAML 1.1, which OpenMetadata's connector reads. */
const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

const onText = (change: (text: string) => unknown) => (value: unknown) =>
  typeof value === 'string' ? change(value.trim()) : value;

const FLAG = 'must be true or false';
export const flag = taking(
  z.preprocess(
    onText((word) => (Object.hasOwn(FLAGS, word.toLowerCase()) ? FLAGS[word.toLowerCase()] : word)),
    z.boolean({ error: orMissing(FLAG) }),
  ),
  { pattern: anyWord(Object.keys(FLAGS)), says: FLAG },
);

export const wholeNumber = (least: 0 | 1, most: number) => {
  const says = `must be a whole number from ${least} to ${most}`;
  const error = orMissing(says);
  const number = z.int({ error }).min(least, { error }).max(most, { error });
  return taking(
    z.preprocess(
      onText((digits) => (/^\d{1,9}$/.test(digits) ? Number(digits) : digits)),
      number,
    ),
    { pattern: `\\s*${wholeNumberUpTo(most, least, 9)}\\s*`, says },
  );
};

const MINUTES_SAY = `must be ${MINUTES}`;
const minutesError = orMissing(MINUTES_SAY);
/** Minutes below the most with any fraction, or those themselves. */
const MINUTES_PATTERN = `(?:${wholeNumberUpTo(MOST_MINUTES - 1, 0, 9)}(?:\\.\\d{1,9})?|0{0,4}${MOST_MINUTES}(?:\\.0{1,9})?)`;
export const minutes = taking(
  z.preprocess(
    onText((digits) => readMinutes(digits) ?? digits),
    z
      .number({ error: minutesError })
      .positive({ error: minutesError })
      .max(MOST_MINUTES, { error: minutesError }),
  ),
  { pattern: `\\s*(?![0.]+\\s*$)${MINUTES_PATTERN}\\s*`, says: MINUTES_SAY },
);

const HOURS_IN: Readonly<Record<string, number>> = { '': 1, h: 1, d: 24, w: 168 };
const YEAR_HOURS = 8_784;

const SPAN = 'must be a span of hours or days, such as 24h or 7d';
const spans = Object.entries(HOURS_IN).map(
  ([unit, each]) => `${wholeNumberUpTo(Math.floor(YEAR_HOURS / each), 1, 4)}${anyWord([unit])}`,
);

/** A span of whole hours, up to a year: `24`, `24h`, `1d`, `1w`. */
export const hours = taking(
  z.preprocess(
    onText((span) => {
      const [, digits, unit = ''] = /^(\d{1,4})\s*([hdw]?)$/i.exec(span) ?? [];
      return digits === undefined ? span : Number(digits) * (HOURS_IN[unit.toLowerCase()] ?? 1);
    }),
    z
      .int({ error: orMissing(SPAN) })
      .min(1, { error: 'must be an hour at least' })
      .max(YEAR_HOURS, { error: 'must be a year at most' }),
  ),
  { pattern: `\\s*(?:${spans.join('|')})`, says: `${SPAN}, a year at most` },
);

/** One of some words, in any case. */
export const choice = <const Word extends string>(
  words: readonly Word[],
  older: Readonly<Record<string, Word>> = {},
) => {
  const known = (word: string) =>
    words.find((one) => one.toLowerCase() === word.toLowerCase()) ??
    (Object.hasOwn(older, word.toLowerCase()) ? older[word.toLowerCase()] : undefined) ??
    word;
  const says = `must be ${words.length === 1 ? '' : 'one of '}${words.join(', ')}`;
  const error = (issue: Issue) => {
    const meant = typeof issue.input === 'string' ? didYouMean(issue.input, words) : null;
    return orMissing(meant === null ? says : `${says}; perhaps ${meant}`)(issue);
  };
  return taking(z.preprocess(onText(known), z.enum(words, { error })), {
    pattern: anyWord([...words, ...Object.keys(older)]),
    says,
  });
};

/** A list; one text alone counts as a list of one. */
export const list = <Item extends z.ZodType>(item: Item) =>
  taking(
    z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(item, { error: orMissing('must be a list') }),
    ),
    { pattern: writtenAs.get(item)?.pattern ?? null, says: 'must be a list', anyScalar: true, alone: true },
  );

/** A section that may hold whatever else, which is named as passed over. */
export const openSection = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.looseObject(shape, { error: orMissing('must be a section with keys below it') });

export const section = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object(shape, { error: orMissing('must be a section with keys below it') });

import { z } from 'zod';
import { didYouMean } from '../did-you-mean.ts';
import { MINUTES, MOST_MINUTES, readMinutes } from '../minutes.ts';

/** What zod asks an error text for: the value is looked at, never shown. */
interface Issue {
  readonly input?: unknown;
}

const orMissing = (message: string) => (issue: Issue) => (issue.input === undefined ? 'is missing' : message);

export const text = z.string({ error: orMissing('must be text') });

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

export const flag = z.preprocess(
  onText((word) => (Object.hasOwn(FLAGS, word.toLowerCase()) ? FLAGS[word.toLowerCase()] : word)),
  z.boolean({ error: orMissing('must be true or false') }),
);

export const wholeNumber = (least: number, most: number) => {
  const error = orMissing(`must be a whole number from ${least} to ${most}`);
  const number = z.int({ error }).min(least, { error }).max(most, { error });
  return z.preprocess(
    onText((digits) => (/^\d{1,9}$/.test(digits) ? Number(digits) : digits)),
    number,
  );
};

const minutesError = orMissing(`must be ${MINUTES}`);
export const minutes = z.preprocess(
  onText((digits) => readMinutes(digits) ?? digits),
  z
    .number({ error: minutesError })
    .positive({ error: minutesError })
    .max(MOST_MINUTES, { error: minutesError }),
);

const HOURS_IN: Readonly<Record<string, number>> = { '': 1, h: 1, d: 24, w: 168 };
const YEAR_HOURS = 8_784;

/** A span of whole hours, up to a year: `24`, `24h`, `1d`, `1w`. */
export const hours = z.preprocess(
  onText((span) => {
    const [, digits, unit = ''] = /^(\d{1,4})\s*([hdw]?)$/i.exec(span) ?? [];
    return digits === undefined ? span : Number(digits) * (HOURS_IN[unit.toLowerCase()] ?? 1);
  }),
  z
    .int({ error: orMissing('must be a span of hours or days, such as 24h or 7d') })
    .min(1, { error: 'must be an hour at least' })
    .max(YEAR_HOURS, { error: 'must be a year at most' }),
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
  const error = (issue: Issue) => {
    const meant = typeof issue.input === 'string' ? didYouMean(issue.input, words) : null;
    const all = `must be ${words.length === 1 ? '' : 'one of '}${words.join(', ')}`;
    return orMissing(meant === null ? all : `${all}; perhaps ${meant}`)(issue);
  };
  return z.preprocess(onText(known), z.enum(words, { error }));
};

/** A list; one text alone counts as a list of one. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(item, { error: orMissing('must be a list') }),
  );

/** A section that may hold whatever else, which is named as passed over. */
export const openSection = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.looseObject(shape, { error: orMissing('must be a section with keys below it') });

export const section = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object(shape, { error: orMissing('must be a section with keys below it') });

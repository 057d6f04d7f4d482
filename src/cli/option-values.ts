import { MINUTES, readMinutes } from '../config/minutes.ts';
import { hoursOf } from '../config/settings.ts';
import { MOST_SHARDS, type Shard, shardOf } from '../config/shard.ts';
import { shardCountOf } from '../matrix/matrix.ts';
import { misuse } from './misuse.ts';

/** Reads the value of an option. Null for one that is not given; what cannot be read is a misuse. */
type ReadOption<Value> = (option: string, text: string | undefined) => Value | null;

/** `what` completes "must be". */
const option =
  <Value>(what: string, read: (text: string) => Value | null): ReadOption<Value> =>
  (name, text) => {
    if (text === undefined) return null;
    const value = read(text);
    if (value === null) throw misuse(`${name} must be ${what}, not ${JSON.stringify(text)}`);
    return value;
  };

export const wholeNumber = option('a whole number', (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null));

export const share = option('a number from 0 to 1', (text) => {
  const value = Number(text);
  return text.trim() !== '' && value >= 0 && value <= 1 ? value : null;
});

export const hours = option('a span such as 24h or 7d', hoursOf);

export const minutes = option(`minutes, ${MINUTES}`, (text) => readMinutes(text.trim()));

export const shard: ReadOption<Shard> = option('a shard such as 1/4', shardOf);

export const shardCount = option(`a number from 1 to ${MOST_SHARDS}`, shardCountOf);

export const oneOf = <const Word extends string>(words: readonly Word[]): ReadOption<Word> =>
  option(`one of ${words.join(', ')}`, (text) => words.find((known) => known === text.toLowerCase()) ?? null);

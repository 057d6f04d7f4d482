import { EXIT, IngestError } from '../errors.ts';

/** The kinds of value that inputs take. What is none of them ends the run with exit code 2. */

export const list = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** @throws IngestError that names the choices. */
export function oneOf<const Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((known) => known === value.toLowerCase());
  if (choice === undefined)
    throw wrong(name, `is ${JSON.stringify(value)}`, `It takes ${choices.join(', ')}.`);
  return choice;
}

export const yesNo = (name: string, value: string): boolean =>
  oneOf(name, value, ['true', 'false']) === 'true';

export function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw wrong(name, `is ${JSON.stringify(text)}`, 'It takes a whole number.');
}

export function share(name: string, text: string): number {
  const value = Number(text);
  if (value >= 0 && value <= 1) return value;
  throw wrong(name, `is ${JSON.stringify(text)}`, 'It takes a number from 0 to 1.');
}

export const wrong = (name: string, what: string, next: string) =>
  new IngestError('input', `The input ${name} ${what}.`, { next, exitCode: EXIT.configuration });

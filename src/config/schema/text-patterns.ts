/** Regular expressions for the JSON Schema. They mean the same with and without the flag `u`, and need no other flag. */

/** A word in any case. */
export const anyCase = (word: string): string =>
  word.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);

/** One of some words in any case, with blanks around it or none. */
export const anyWord = (words: readonly string[]): string => `\\s*(?:${words.map(anyCase).join('|')})\\s*`;

/** A whole number from 0 or 1 to `most`, which is 10 at least, in at most so many digits, zeros in front counted. */
export function wholeNumberUpTo(most: number, least: 0 | 1, digits: number): string {
  const text = String(most);
  const same = [...text].flatMap((digit, at) =>
    digit === '0' || (at === 0 && digit === '1')
      ? []
      : [`${text.slice(0, at)}[${at === 0 ? 1 : 0}-${Number(digit) - 1}]${anyDigits(text.length - at - 1)}`],
  );
  const all = [`\\d{1,${text.length - 1}}`, ...same, text].join('|');
  const notZero = least === 0 ? '' : '(?!0+(?!\\d))';
  return `(?=\\d{1,${digits}}(?!\\d))${notZero}0*(?:${all})(?!\\d)`;
}

const anyDigits = (count: number): string => (count === 0 ? '' : `\\d{${count}}`);

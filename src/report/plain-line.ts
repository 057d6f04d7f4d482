/** Most names are printable ASCII with single blanks. */
const NOTHING_TO_DO = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Any text as one visible line: white space becomes single blanks; controls, bidirectional overrides and other invisible
 * formatting go (joiners stay, emoji need them). Text of more than `max` code points ends in an ellipsis.
 */
export function plainLine(text: string, max = 300): string {
  if (text.length <= max && NOTHING_TO_DO.test(text)) return text;
  // Cut first: what comes from outside may be megabytes. A code point has at most two units.
  const points = [...text.slice(0, 2 * max + 2)];
  const short = points.length > max ? `${points.slice(0, max - 1).join('')}…` : points.join('');
  return short
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

/** Text from Mode as the catalog may hold it: no control characters but tab and newline, no half of a surrogate pair. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');

/** The same on one line, for names. */
export const cleanName = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

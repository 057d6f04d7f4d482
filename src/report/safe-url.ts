const LONGEST = 2000;

/** A web address that is safe to stand in a Markdown link, or null: only http and https, no credentials, nothing that ends the link early. */
export function safeUrl(text: string | null): string | null {
  if (text === null || text.length > LONGEST || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href.replace(
    /[^\w\-.~:/?#@!&+,;=%]/gu,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

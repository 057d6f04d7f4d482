/** GitHub takes no secret whose name begins so. */
const REFUSED = /^(?=\d|GITHUB_)/;

/**
 * The word that the secrets of a service are named after: `Mode, Paris` is MODE_PARIS, for MODE_PARIS_ACCESS_TOKEN. Latin letters lose
 * their accents; others stand as the number of their character, so that different names seldom share a word.
 */
export const secretPrefix = (serviceName: string): string =>
  serviceName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{ASCII}]/gu, (character) => (/[\p{L}\p{N}]/u.test(character) ? numberOf(character) : '_'))
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(REFUSED, '_');

const numberOf = (character: string): string => `_U${character.codePointAt(0)?.toString(16).toUpperCase()}_`;

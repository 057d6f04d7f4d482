import type { Credential } from '../credentials.ts';
import { type Note, problem } from '../remark.ts';
import { readDiscoveryToken } from './discovery-token.ts';

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** OpenMetadata's connector takes a file's path in place of `jwtToken`. */
export const looksLikeFile = (text: string): boolean =>
  !JWT.test(text.trim()) &&
  (/^[^\s]*[\\/]/.test(text.trim()) || /^[\w.-]+\.(?:jwt|token|txt)$/i.test(text.trim()));

/** A credential without the line break that came along with a paste; what cannot go into a header is refused. */
export function tidyCredential(
  text: string,
  shape: Credential['shape'],
): { readonly value: string; readonly notes: readonly Note[] } {
  const value = text.trim();
  const notes: Note[] = [];
  if (value !== text)
    notes.push({
      severity: 'notice',
      code: 'credential-trimmed',
      message: 'had blanks or line breaks around its value, which are left out',
    });
  if (!/^[\x21-\x7e]*$/.test(value))
    notes.push(
      problem(
        'credential-characters',
        'holds a blank, a line break or a letter that no token has',
        'Copy the token alone, without `Bearer` before it.',
      ),
    );
  else if (shape === 'discovery' && value !== '') {
    const token = readDiscoveryToken(value);
    if (token !== null) return { value: token.bearer, notes };
    notes.push(NO_DISCOVERY_TOKEN);
  } else if (shape === 'jwt' && value !== '' && !JWT.test(value))
    notes.push({
      severity: 'warning',
      code: 'jwt-shape',
      message: 'does not look like a JWT: three parts with dots between',
      next: 'Copy the token of the bot from OpenMetadata: Settings, Bots.',
    });
  return { value, notes };
}

const NO_DISCOVERY_TOKEN = problem(
  'discovery-token-shape',
  'is not a Discovery signature token: token:key:secret, or that in base64',
  'Join token, access_key and access_secret of the signature token with colons.',
);

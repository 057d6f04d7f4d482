import { Buffer } from 'node:buffer';
import { secretForms } from '../secret-forms.ts';

/** The part of a URL that may be shown: origin and path. The query may hold anything, and userinfo is a credential. */
export const redactUrl = (url: URL): string => `${url.origin}${url.pathname}`;

/** Replaces the given secrets, their encoded forms, and whatever looks like a credential of its own, by `***`. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.flatMap(secretForms))].sort((a, b) => b.length - a.length);
  return (text) =>
    forms
      .reduce((rest, form) => rest.replaceAll(form, '***'), text)
      .replace(/\b(Bearer|Basic) +[\w.~+/=-]{16,}/gi, '$1 ***')
      // A JWT's first part is always `{"` in base64.
      .replace(/\beyJ[\w.-]*/g, (found) => (found.length < 20 ? found : '***'));
}

/** The secrets in an Authorization header: the credentials, and both halves of a Basic pair. */
export function secretsOf(authorization: string): readonly string[] {
  const [scheme = '', credentials = ''] = authorization.trim().split(/\s+/, 2);
  if (credentials === '') return [scheme];
  if (scheme.toLowerCase() !== 'basic') return [credentials];
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return [credentials, pair, pair.slice(0, Math.max(colon, 0)), pair.slice(colon + 1)];
}

import { Buffer } from 'node:buffer';

/** Shorter values are left alone: replacing `1` or `yes` everywhere would blank out ordinary text and protect nothing. */
const SHORTEST = 4;

/**
 * The forms in which a secret may turn up in text: as it is, each of its lines, and URL-encoded, JSON-escaped and in both
 * alphabets of base64, with and without padding. Longest first, so that replacing one leaves no rest of another; empty for a value that is too short.
 */
export function secretForms(secret: string): readonly string[] {
  if (secret.trim().length < SHORTEST) return [];
  const base64 = Buffer.from(secret).toString('base64');
  const forms = [
    secret,
    secret.trim(),
    ...secret.split(/[\r\n]+/).map((line) => line.trim()),
    urlEncoded(secret),
    JSON.stringify(secret).slice(1, -1),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(secret).toString('base64url'),
  ];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

/** Total, unlike encodeURIComponent, which throws on half of a surrogate pair. */
const urlEncoded = (text: string): string => encodeURIComponent(Buffer.from(text).toString('utf8'));

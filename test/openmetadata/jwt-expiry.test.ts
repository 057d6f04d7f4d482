import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import fc from 'fast-check';
import { jwtExpiry } from '../../src/openmetadata/jwt-expiry.ts';

const jwt = (claims: unknown): string =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

test('a token tells when it expires', () => {
  assert.deepEqual(
    jwtExpiry(jwt({ sub: 'ingestion-bot', exp: 1_767_225_600 })),
    new Date('2026-01-01T00:00:00Z'),
  );
});

test('a token without an expiry tells nothing', () => {
  for (const claims of [{ sub: 'ingestion-bot', exp: null }, {}, [], 'x', { exp: '1' }, { exp: 1e300 }]) {
    assert.equal(jwtExpiry(jwt(claims)), null);
  }
});

test('any text is read without a crash', () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(jwtExpiry(`a.${text}`), null)));
});

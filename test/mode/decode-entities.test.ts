import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeEntities } from '../../src/mode/decode-entities.ts';

const CASES = [
  ['Profit &amp; Loss', 'Profit & Loss'],
  ['&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
  ['It&#39;s &quot;quoted&quot;', 'It\'s "quoted"'],
  ['caf&#xe9; caf&#XE9; caf&#233;', 'café café café'],
  ['&#128640; &#x1F680;', '🚀 🚀'],
  ['&hellip;&nbsp;&mdash;', '…\u00a0—'],
  // Once is enough: what was text stays text.
  ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
  // What is no entity stays as it is.
  ['R&D; a & b &; &#; &#x; &unknown; &toString; &constructor;', undefined],
  // So does what names no character.
  ['&#0; &#xD800; &#xDFFF; &#x110000; &#9999999; &#99999999999;', undefined],
  ['', ''],
] as const;

for (const [encoded, decoded] of CASES) {
  test(`${JSON.stringify(encoded)} ${decoded === undefined ? 'stays' : 'is decoded'}`, () => {
    assert.equal(decodeEntities(encoded), decoded ?? encoded);
  });
}

test('whatever is encoded as Mode does comes back', () => {
  const encode = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(decodeEntities(encode(text)), text);
    }),
  );
});

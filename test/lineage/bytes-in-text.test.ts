import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesInText } from '../../src/lineage/parser/bytes-in-text.ts';

test('bytes out of a text', () => {
  const CASES: readonly (readonly [string, readonly number[]])[] = [
    ['0 ', []],
    ['1 !!', [0]],
    // 65 is the 65th digit; 8,191 is 90 × 91 + 1, and fills 13 bits with ones.
    ['1 c!', [65]],
    ['1 "|', [255]],
    ['3 "|"|', [255, 255, 255]],
  ];
  for (const [text, bytes] of CASES) assert.deepEqual([...bytesInText(text)], bytes, text);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commentMarker, hasMarker } from '../../src/github/comment-marker.ts';
import { hostileText } from '../report/hostile.ts';

const text = fc.oneof(hostileText, fc.constantFrom('', 'a', 'a label=', 'a -->', '--', '%2D', 'b\n', 'ä'));

/** UTF-8 has no half of a character: as a path none can come. */
const wellFormed = text.filter((each) => !/\p{Cs}/u.test(each));

test('no path and label have the marker of others', () => {
  fc.assert(
    fc.property(wellFormed, wellFormed, wellFormed, wellFormed, (path, label, other, another) => {
      const isSame = path === other && label === another;
      assert.equal(commentMarker(path, label) === commentMarker(other, another), isSame);
    }),
  );
});

test('a marker is one comment of HTML on one line, whatever is in it', () => {
  fc.assert(
    fc.property(text, text, (path, label) => {
      assert.match(commentMarker(path, label), /^<!-- mode-ingest:plan config=[\w./%]* label=[\w./%]* -->$/);
    }),
  );
});

test('only the first line of a comment is its marker', () => {
  const marker = commentMarker('mode.yml', '');
  assert.ok(hasMarker(`${marker}\r\n\r\ntext`, marker));
  assert.ok(!hasMarker(`\n${marker}`, marker));
  assert.ok(!hasMarker(`${marker} and more`, marker));
});

import fc from 'fast-check';

const BITS = [
  ...'|`*_~[]()<>#&@$\\"\'!-+=.:;{}%\n\r\t ',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u200b',
  '\u2028',
  '\ud800',
  '```',
  '---',
  '<!--',
  '</details>',
  '</summary>',
  '<script>',
  '[x](javascript:alert(1))',
  'https://evil.example/x',
  'www.evil.example',
  '@acme/team',
  '#123',
  'GH-1',
  ':tada:',
  '1. one',
  '- one',
  '::error::',
  '##[error]',
  '%%{init: {}}%%',
  'click n1 call alert()',
  '&lt;',
  '&#124;',
  '#quot;',
  'word',
  '日本語',
  '👨‍👩‍👧',
];

/** Text that means something to Markdown, HTML, Mermaid, a terminal or the runner; and any text at all. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...BITS), { maxLength: 12 }).map((bits) => bits.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

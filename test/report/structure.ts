import assert from 'node:assert/strict';

const OURS = /<\/?(?:details|summary|b|code|del|sub)>|<details open>|<br>/g;
const LINK = /\]\((https?:\/\/[^\s()<>[\]|`"\\]*)\)/g;
const ENTITY = /&(?:#\d+|emsp|nbsp);/g;

/** Fails unless a summary's structure is ours alone: what came from outside opened, closed and linked nothing. */
export function assertStructure(markdown: string): void {
  const { prose, drawings } = parts(markdown);
  const bare = prose.replace(LINK, '').replace(OURS, '');
  assert.doesNotMatch(bare, /[<\\]|\]\(/, 'raw HTML, a backslash or a link that is not ours');
  assert.doesNotMatch(bare, /@(?!&#8203;)/, 'a mention');
  assert.doesNotMatch(bare, /:\/\/|www\./i, 'a bare address');
  assert.doesNotMatch(bare.replace(ENTITY, ''), /#\d/, 'an issue number');
  assert.doesNotMatch(bare, /[\p{Cc}](?<!\n)|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u, 'an invisible character');
  for (const tag of ['details', 'summary', 'b', 'code', 'del', 'sub']) {
    const open = prose.match(new RegExp(`<${tag}(?: open)?>`, 'g'))?.length ?? 0;
    assert.equal(prose.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0, open, `<${tag}> is balanced`);
  }
  assertTables(prose);
  assertNothingFound(prose);
  for (const drawing of drawings) assertDrawing(drawing);
}

/** What GitHub looks for in the finished text, outside code and links (its filters, as its help describes them). */
const FILTERS = {
  'a mention': /(?<![\w`])@[a-z0-9]/i,
  'an issue number': /#\d|\bgh-\d/i,
  'a commit': /\b[0-9a-f]{7,40}\b/i,
  'an emoji code': /:(?!\d\d:)[\w+-]+:/,
};
/** What its Markdown parser links wherever it stands: a code element of HTML is no code to it. */
const ADDRESSES = /\b(?:https?|ftp):\/\/|\bwww\.|[\w.+-]@[\w-]+\.\w/i;

/** Fails where GitHub would make a link, a mention or a picture of text that came from outside. */
function assertNothingFound(prose: string): void {
  const shown = (markdown: string): string =>
    markdown
      .replace(/<[^>]*>/g, '\n')
      .replaceAll('&nbsp;', '\u00a0')
      .replaceAll('&emsp;', '\u2003')
      .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
  const outside = prose.replace(/\[[^\][]*\]\(https?:[^()\s]*\)/g, '\n');
  assert.doesNotMatch(shown(outside), ADDRESSES, 'an address');
  const uncoded = shown(outside.replace(/<code>.*?<\/code>/g, '\n'));
  for (const [what, pattern] of Object.entries(FILTERS)) assert.doesNotMatch(uncoded, pattern, what);
}

function parts(markdown: string): { readonly prose: string; readonly drawings: readonly string[] } {
  const pieces = markdown.split(/^```(.*)$/m);
  assert.equal(pieces.length % 4, 1, 'every fence is closed');
  const drawings: string[] = [];
  let prose = '';
  for (const [index, piece] of pieces.entries()) {
    if (index % 4 === 0) prose += piece;
    if (index % 4 === 1) assert.equal(piece, 'mermaid');
    if (index % 4 === 2) drawings.push(piece);
    if (index % 4 === 3) assert.equal(piece, '');
  }
  return { prose, drawings };
}

/** Lines with pipes come in blocks of a head, a rule and rows, all with as many pipes. */
function assertTables(prose: string): void {
  let width: number | null = null;
  let row = 0;
  for (const line of prose.split('\n')) {
    const pipes = line.match(/\|/g)?.length ?? 0;
    if (pipes === 0) {
      assert.ok(width === null || row >= 2, 'a table has a rule');
      width = null;
      row = 0;
      continue;
    }
    assert.match(line, /^\| .*\|$/);
    width ??= pipes;
    assert.equal(pipes, width, `as many cells as the head has: ${line}`);
    if (row === 1) assert.match(line, /^\|(?: (?:--:|:--|:-:) \|)+$/);
    row += 1;
  }
}

const LABEL = '"(?:[^"<>&`;#]|#\\d+;)+"';
const DRAWING = [
  /^flowchart LR$/,
  /^ {2}classDef \w+ [\w:#,-]+$/,
  new RegExp(
    `^  n\\d+(?:\\[\\(${LABEL}\\)\\]|\\[${LABEL}\\]|\\(\\[${LABEL}\\]\\)):::(?:table|model|dashboard)$`,
    'u',
  ),
  /^ {2}n\d+ (?:-->|-\.->) n\d+$/,
  /^ {2}linkStyle [\d,]+ stroke:#(?:16a34a|d97706|dc2626),stroke-width:3px$/,
];

export function assertDrawing(drawing: string): void {
  assert.ok(drawing.length < 50_000);
  for (const line of drawing.trim().split('\n')) {
    assert.ok(
      DRAWING.some((pattern) => pattern.test(line)),
      `a line of our own making: ${line}`,
    );
  }
}

// Draws a Markdown summary as GitHub does, nearly enough to look at it:
//   node scripts/render-summary.mjs summary.md PREFIX out.png [light|dark] [width] [height] [title]
// With a title it stands in a box, as a comment does, and fades out at the end.
// PREFIX is a folder outside the repository where `npm i markdown-it github-markdown-css mermaid` was run; chromium is on the PATH.
// Prints what Chromium says of the page: `ok`, or Mermaid's error, and how many drawings it made.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const [file, prefix, out, theme = 'light', width = '1044', height = '2000', title = ''] =
  process.argv.slice(2);
if (out === undefined)
  throw new Error('Usage: render-summary.mjs summary.md PREFIX out.png [dark] [width] [height]');
const require = createRequire(join(resolve(prefix), 'package.json'));
const MarkdownIt = require('markdown-it');
const asset = (path) => join(resolve(prefix), 'node_modules', path);

const markdown = new MarkdownIt({ html: true, linkify: true });
const { escapeHtml } = markdown.utils;
const fence = markdown.renderer.rules.fence;
markdown.renderer.rules.fence = (tokens, index, ...rest) =>
  tokens[index].info.trim() === 'mermaid'
    ? `<pre class="mermaid">${escapeHtml(tokens[index].content)}</pre>`
    : fence(tokens, index, ...rest);
const body = markdown
  .render(readFileSync(file, 'utf8'))
  .replace(
    /<blockquote>\s*<p>\[!(\w+)\]\s*/g,
    (_, kind) =>
      `<blockquote class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${kind}</p><p>`,
  );

const dark = theme === 'dark';
const [line, shade, ground] = dark ? ['#3d444d', '#151b23', '#0d1117'] : ['#d1d9e0', '#f6f8fa', '#fff'];
const BOX = `
html { height: 100%; overflow: hidden; }
body { box-sizing: border-box; height: 100%; border: 1px solid ${line}; border-radius: 6px; overflow: hidden; }
header { font: 600 14px -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; padding: 10px 16px;
  color: ${dark ? '#9198a1' : '#59636e'}; background: ${shade}; border-bottom: 1px solid ${line}; }
.markdown-body { padding: 16px 24px; }
body::after { content: ''; position: fixed; inset: auto 1px 1px; height: 90px; border-radius: 0 0 6px 6px;
  background: linear-gradient(transparent, ${ground}); }`;
const page = `<!doctype html><meta charset="utf-8"><title>loading</title>
<style>${readFileSync(asset(`github-markdown-css/github-markdown-${dark ? 'dark' : 'light'}.css`), 'utf8')}
body { margin: 0; background: ${dark ? '#0d1117' : '#fff'}; }
.markdown-body { max-width: 980px; padding: 32px; margin: auto; }
.mermaid { background: none !important; text-align: center; }${title === '' ? '' : BOX}</style>
${title === '' ? '' : `<header>${escapeHtml(title)}</header>`}<article class="markdown-body">${body}</article>
<script src="file://${asset('mermaid/dist/mermaid.min.js')}"></script>
<script>
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${dark ? 'dark' : 'default'}' });
mermaid.run().then(() => { document.title = 'ok'; }, (error) => { document.title = error.message; });
</script>`;

const scratch = mkdtempSync(join(tmpdir(), 'summary-'));
try {
  const address = join(scratch, 'page.html');
  writeFileSync(address, page);
  const chromium = (...flags) =>
    execFileSync(
      'chromium',
      [
        ...[
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--hide-scrollbars',
        ],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
        ...[
          '--allow-file-access-from-files',
          '--virtual-time-budget=10000',
          `--user-data-dir=${scratch}/profile`,
        ],
        `--window-size=${width},${height}`,
        ...flags,
        `file://${address}`,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 },
    );
  chromium(`--screenshot=${resolve(out)}`);
  const dom = chromium('--dump-dom');
  const title = /<title>([^<]*)/.exec(dom)?.[1] ?? '';
  console.log(`${title}; ${dom.match(/<svg [^>]*id="mermaid/g)?.length ?? 0} drawing(s)`);
  if (title !== 'ok' || dom.includes('Maximum text size')) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

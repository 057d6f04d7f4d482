// Puts the page's script and style into the program: the modules of src/report/page/browser, as tsc compiled them, become one text
// without imports, each module once and after what it needs. `script-src` and `style-src` take each by its hash.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'build' } } });
const IMPORT = /^import \{([^}]*)\} from '(\.[^']+)';$/gm;
const EXPORT = /^export (?=(?:async )?(?:const|function|class) (\w+))/gm;

/** A function for each module: what it does not export is its own, as it was. */
const made = new Map();
const parts = [];
function visit(file) {
  const known = made.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(file, 'utf8');
  const body = text
    .replace(
      IMPORT,
      (_, names, path) =>
        `const {${names.replaceAll(' as ', ': ')}} = ${visit(resolve(dirname(file), path))};`,
    )
    .replace(EXPORT, '')
    .replace(/^export \{\};\n/gm, '');
  if (/^(?:import|export) /m.test(body))
    throw new Error(`${file} has an import or export that cannot be joined`);
  const name = `module${parts.length}`;
  const exported = [...text.matchAll(EXPORT)].map(([, each]) => each);
  parts.push(`const ${name} = (() => {\n${body.trim()}\nreturn { ${exported.join(', ')} };\n})();`);
  made.set(file, name);
  return name;
}
visit(resolve(values.out, 'page/report/page/browser/main.js'));

/** Without what is only for the eye; a text of several lines would suffer. */
function flat(text) {
  if (text.split('\n').some((line) => line.split('`').length % 2 === 0))
    throw new Error('A template has two lines');
  return `\n${text
    .replace(/^ +/gm, '')
    .replace(/^\/\*.*\*\/\n/gm, '')
    .trim()}\n`;
}
const script = flat(parts.join('\n'));
const style = flat(readFileSync('src/report/page/browser/style.css', 'utf8'));
if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('The page would end early');

const source = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
writeFileSync(
  resolve(values.out, 'src/report/page/page-code.mjs'),
  `${Object.entries({ script, scriptSource: source(script), style, styleSource: source(style) })
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`)
    .join('\n')}\n`,
);

// One declaration file for the script: the entry's and all that it imports by relative path, each once, depth first.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export function bundleTypes(entry) {
  const seen = new Set();
  const names = new Map();
  const parts = [];
  const visit = (file, isEntry) => {
    if (seen.has(file)) return;
    seen.add(file);
    let text = readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL.*$/gm, '');
    const imports = /^(?:import|export)\s+(?:type\s+)?\{[^}]*\}\s+from\s+'(\.[^']+)';\n?/gm;
    for (const [, path] of text.matchAll(imports)) {
      visit(resolve(dirname(file), path.replace(/\.(ts|js)$/, '.d.ts')), false);
    }
    text = text
      .replace(imports, '')
      .replace(/^export \{\};\n/gm, '')
      .trim();
    for (const [, name] of text.matchAll(
      /^(?:export )?(?:declare )?(?:abstract )?(?:interface|type|class|const|function) (\w+)/gm,
    )) {
      if (names.has(name) && names.get(name) !== file) {
        throw new Error(`Two types named ${name}: ${names.get(name)} and ${file}`);
      }
      names.set(name, file);
    }
    const foreign = /^import .*$/m.exec(text);
    if (foreign) throw new Error(`${file} needs a package's types: ${foreign[0]}`);
    if (text !== '') parts.push(text);
    if (isEntry && parts.length === 0) throw new Error(`${entry} declares nothing`);
  };
  visit(resolve(entry), true);
  return `// The library inside mode-ingest.mjs.\n${parts.join('\n')}\nexport {};\n`;
}

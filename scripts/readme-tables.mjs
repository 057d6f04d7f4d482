// Writes the README's tables of inputs and outputs from action.yml, between their markers. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parse } from 'yaml';

const action = parse(readFileSync('action.yml', 'utf8'));
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
const inputs = Object.entries(action.inputs).map(
  ([name, { description, default: value, required }]) =>
    `| \`${name}\` | ${cell(description)} | ${required ? '**required**' : value === undefined ? '' : `\`${value}\``} |`,
);
const outputs = Object.entries(action.outputs).map(
  ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
);
const between = (text, marker, lines) =>
  text.replace(
    new RegExp(`(<!-- ${marker} -->\n)[\\s\\S]*?(<!-- /${marker} -->)`),
    (_, before, after) => `${before}${lines.join('\n')}\n${after}`,
  );

const readme = readFileSync('README.md', 'utf8');
const made = between(
  between(readme, 'inputs', ['| input | meaning | default |', '|---|---|---|', ...inputs]),
  'outputs',
  ['| output | meaning |', '|---|---|', ...outputs],
);
if (process.argv.includes('--check')) {
  if (made !== readme) {
    console.error('The tables of README.md are not those of action.yml. Run node scripts/readme-tables.mjs.');
    process.exit(1);
  }
} else writeFileSync('README.md', made);

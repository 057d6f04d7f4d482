import process from 'node:process';
import { didYouMean } from '../config/did-you-mean.ts';
import { EXIT, type ExitCode, IngestError } from '../errors.ts';
import { analyzeSql, type SqlAnalysis } from '../lineage/analyze-sql.ts';
import { DIALECTS } from '../lineage/dialect.ts';
import { dialectNamed } from '../lineage/dialect-of.ts';
import { written } from '../lineage/verdict.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import type { Arguments } from './arguments.ts';
import { misuse } from './misuse.ts';
import { readInput } from './read-input.ts';

/** `lineage`: what SQL files read, each for itself. */
export async function runLineage(
  args: Arguments,
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<ExitCode> {
  if (args.subjects.length === 0) throw misuse('lineage needs a file with SQL, or - for standard input');
  if (args.dialect !== null) checkDialect(args.dialect);
  const catalog = args.catalog === null ? {} : { catalog: asCatalog(await readInput(args.catalog)) };
  const analyses: ({ readonly file: string } & SqlAnalysis)[] = [];
  for (const file of args.subjects) {
    const sql = await readInput(file);
    const analysis = await analyzeSql({ sql, dialect: args.dialect ?? 'unknown', ...catalog });
    analyses.push({ file, ...analysis });
    if (!args.json) write(`${escapeTerminal(render(file, analysis))}\n`);
  }
  if (args.json) write(`${JSON.stringify(analyses.length === 1 ? analyses[0] : analyses, null, 2)}\n`);
  return EXIT.done;
}

/** A misspelt dialect would be guessed from the SQL, and the reader would not know. */
function checkDialect(name: string): void {
  if (dialectNamed(name) !== undefined) return;
  const meant = didYouMean(name, DIALECTS);
  throw misuse(`There is no dialect: ${name}${meant === null ? '' : `; did you mean ${meant}?`}`);
}

/** Table names with their columns; anything else is refused, so that a misspelt catalog is not an empty one. */
function asCatalog(text: string): Readonly<Record<string, readonly string[]>> {
  const value = parsed(text);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = isObject ? Object.entries(value) : [];
  const tables: Record<string, readonly string[]> = {};
  for (const [name, columns] of entries) {
    const names = Array.isArray(columns) ? columns.filter((one) => typeof one === 'string') : null;
    if (names === null || names.length !== columns.length) throw noCatalog(`${name} has no list of columns`);
    tables[name] = names;
  }
  if (!isObject) throw noCatalog('it holds no JSON object');
  return tables;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const noCatalog = (because: string): IngestError =>
  new IngestError('lineage-catalog', `The catalog file cannot be used: ${because}.`, {
    next: 'Write {"schema.table": ["column", …]}.',
    exitCode: EXIT.configuration,
  });

function render(file: string, analysis: SqlAnalysis): string {
  const { dialect, verdict, reason, tables, columns, diagnostics } = analysis;
  const lines = [`${file} (${dialect}): ${verdict}`, `  ${reason}`];
  const say = (title: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push('', `  ${title}`, ...items.map((item) => `    ${item}`));
  };
  say(
    'Tables',
    tables.map((table) =>
      [
        written(table),
        ...(table.conditional ? ['in another Liquid branch'] : []),
        ...(table.confidence === 'low' ? ['low confidence'] : []),
      ].join(', '),
    ),
  );
  if (columns === null) say('Columns', ['not known']);
  else {
    say(
      'Columns',
      columns.map(({ output, sources }) => {
        const from = sources.map((source) => `${written(source)}.${source.column}`).join(', ');
        return `${output ?? '(unnamed)'} ← ${from || '(no column of a table)'}`;
      }),
    );
  }
  say(
    'Notes',
    diagnostics.map(({ message, line }) => (line === undefined ? message : `line ${line}: ${message}`)),
  );
  return `${lines.join('\n')}\n`;
}

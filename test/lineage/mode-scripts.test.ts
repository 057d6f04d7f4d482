import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type AnalyzedColumn, type AnalyzedTable, analyzeSql } from '../../src/lineage/analyze-sql.ts';

/** One script as the corpus writes it, and what the author of the case expects of it. */
interface ModeScript {
  readonly dialect: string;
  readonly says: string;
  readonly reads: readonly string[];
  readonly gives: readonly string[] | null;
  readonly definitions: Readonly<Record<string, string>>;
  readonly siblings: readonly string[];
  readonly sql: string;
}

const listed = (text: string, separator: RegExp): string[] =>
  text.split(separator).flatMap((one) => one.trim() || []);

/** `output < table.column, table.column`, its sources in order. */
function line(output: string, sources: readonly string[]): string {
  return `${output} < ${sources.toSorted().join(', ')}`.trim();
}

function scriptOf(block: string): ModeScript {
  const lines = block.split('\n');
  const [, dialect = '', says = ''] = /^(\w+): (.*)$/.exec(lines[0] ?? '') ?? [];
  const head = lines.filter((one) => one.startsWith('==== ')).map((one) => one.slice(5));
  const named = (name: string): string[] =>
    head
      .filter((one) => one.startsWith(`${name}: `) || one === `${name}:`)
      .map((one) => one.slice(name.length + 1));
  const gives = named('gives')[0] ?? '';
  return {
    dialect,
    says,
    reads: listed(named('reads')[0] ?? '', /\|/).filter((one) => one !== 'nothing'),
    gives:
      gives.trim() === 'unknown'
        ? null
        : listed(gives, /;/).map((one) => {
            const [output = '', from = ''] = one.split('<');
            return line(output.trim(), listed(from, /,/));
          }),
    definitions: Object.fromEntries(
      head.flatMap((one) => {
        const match = /^definition (\w+): (.*)$/.exec(one);
        return match === null ? [] : [[match[1] ?? '', match[2] ?? '']];
      }),
    ),
    siblings: named('sibling'),
    sql: lines
      .slice(1)
      .filter((one) => !one.startsWith('==== '))
      .join('\n')
      .trim(),
  };
}

const SCRIPTS = readFileSync('test/lineage/corpus/mode-scripts.txt', 'utf8')
  .split(/^==== (?=\w+: )(?!reads: |gives: |sibling: )/m)
  .slice(1)
  .map(scriptOf);

const dotted = ({ db, schema, table }: Pick<AnalyzedTable, 'db' | 'schema' | 'table'>): string =>
  [db, schema, table].filter((part) => part !== null).join('.');

const shown = ({ output, sources }: AnalyzedColumn): string =>
  line(
    output ?? '?',
    sources.map((one) => `${dotted(one)}.${one.column}`),
  );

test('there are more than sixty scripts', () => assert.ok(SCRIPTS.length > 60, String(SCRIPTS.length)));

for (const { dialect, says, reads, gives, definitions, siblings, sql } of SCRIPTS) {
  test(`${dialect}: ${says}`, async () => {
    const { tables, columns } = await analyzeSql({ sql, dialect, definitions, siblingQueries: siblings });
    const found = tables.map((one) => `${dotted(one)}${one.conditional ? '?' : ''}`);
    assert.deepEqual(found.toSorted(), reads.toSorted());
    assert.deepEqual(columns?.map(shown) ?? null, gives);
  });
}

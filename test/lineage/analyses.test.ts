import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyzeSql } from '../../src/lineage/analyze-sql.ts';

/**
 * Whole analyses, tables and columns, of SQL as it stands in Mode. In the files a case is a title (`==== dialect: what it is`), the SQL,
 * and behind `----` its tables (`T: a, b`), each output column with its sources (`name < table.column`; `?` for one without a name) or
 * `null`, and what the catalog knows (`@ table(columns)`).
 */
const FOLDER = 'test/lineage/analyses';

interface Parts {
  readonly server?: string;
  readonly db: string | null;
  readonly schema: string | null;
  readonly table: string;
}

const dotted = ({ server, db, schema, table }: Parts): string =>
  [server ?? null, db, schema, table].filter((part) => part !== null).join('.');

/** The names behind the sign in any order: `a < t.y, t.x` is `a < t.x, t.y`. */
function sorted(line: string): string {
  const [, head = '', names = ''] = /^(T:|.*? <)(.*)$/.exec(line) ?? [];
  if (head === '') return line;
  return `${head} ${names.trim().split(/,\s*/).toSorted().join(', ')}`.trim();
}

for (const file of readdirSync(FOLDER).toSorted()) {
  for (const one of readFileSync(`${FOLDER}/${file}`, 'utf8')
    .split(/^==== /m)
    .slice(1)) {
    const title = one.slice(0, one.indexOf('\n'));
    test(title, async () => {
      const [sql = '', expected = ''] = one.slice(title.length).split(/^----$/m);
      const lines = expected.split('\n').filter((line) => line !== '');
      const listed = lines.flatMap((line) => {
        const [, table, columns] = /^@ (.*)\((.*)\)$/.exec(line) ?? [];
        return table === undefined || columns === undefined ? [] : [[table, columns.split(/,\s*/)] as const];
      });
      const { tables, columns } = await analyzeSql({
        sql,
        dialect: title.split(':')[0] ?? '',
        ...(listed.length === 0 ? {} : { catalog: Object.fromEntries(listed) }),
      });
      const found = [
        `T: ${tables.map(dotted).join(', ')}`,
        ...(columns?.map(({ output, sources }) => {
          const from = sources.map((source) => `${dotted(source)}.${source.column}`);
          return `${output ?? '?'} < ${from.join(', ')}`;
        }) ?? ['null']),
      ];
      assert.deepEqual(found.map(sorted), lines.filter((line) => !line.startsWith('@')).map(sorted));
    });
  }
}

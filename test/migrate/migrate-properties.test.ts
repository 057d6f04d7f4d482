import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { migrate } from '../../src/migrate/migrate.ts';
import { config } from '../config/workflow-text.ts';

/** A key with its value, or with keys below it. */
interface Line {
  readonly key: string;
  readonly value: string | readonly Line[];
}

/** Values that no spelling needs to fit. */
const FLAGS = [
  ...['includeOwners', 'includeTags', 'includeDataModels', 'markDeletedDashboards', 'includeDraftDashboard'],
  ...['overrideMetadata', 'overrideLineage', 'includeUsage', 'incremental'],
];
const FILTERS = ['dashboardFilterPattern', 'chartFilterPattern', 'projectFilterPattern'];

const snake = (key: string): string => key.replace(/[A-Z]+/g, (caps) => `_${caps.toLowerCase()}`);
const spelt = (key: string): fc.Arbitrary<string> => fc.constantFrom(key, snake(key));
const line = (key: string, value: fc.Arbitrary<Line['value']>): fc.Arbitrary<Line> =>
  fc.record({ key: spelt(key), value });
const text = (...words: string[]) => fc.constantFrom(...words);
const below = (...lines: fc.Arbitrary<Line>[]): fc.Arbitrary<readonly Line[]> => fc.tuple(...lines);

/** Each form that the database services may have, at most one of them. */
const services: fc.Arbitrary<readonly Line[]> = fc
  .tuple(
    fc.constantFrom('dbServiceName', 'dbServiceNames', 'dbServicePrefixes'),
    fc.boolean(),
    text(
      'warehouse',
      `'"a.b".c'`,
      '[one, two]',
      "['one' , two.b]",
      '[]',
      '\n- one\n- two # second',
      "'it''s'",
      '7',
      '',
    ),
  )
  .chain(([key, inSection, value]) =>
    inSection
      ? line('lineageInformation', below(line(key, fc.constant(value)))).map((one) => [one])
      : line(key, fc.constant(value)).map((one) => [one]),
  );

const metadata: fc.Arbitrary<readonly Line[]> = fc
  .tuple(
    fc.subarray(FLAGS).chain((keys) => below(...keys.map((key) => line(key, text('true', 'no', '"off"'))))),
    fc
      .subarray(FILTERS)
      .chain((keys) =>
        below(...keys.map((key) => line(key, below(line('includes', text('[a.*]', 'b', '\n- a\n- b')))))),
      ),
    fc.oneof(fc.constant([]), services),
  )
  .chain((parts) => fc.shuffledSubarray(parts.flat(), { minLength: parts.flat().length }))
  .map((lines) => [{ key: 'type', value: 'DashboardMetadata' }, ...lines]);

const workflow: fc.Arbitrary<readonly Line[]> = below(
  line(
    'source',
    below(
      line('type', text('mode')),
      line('serviceName', text('mode', '"m n"')),
      line(
        'serviceConnection',
        below(
          line(
            'config',
            below(
              line('type', text('Mode')),
              line('workspaceName', text('acme')),
              line('accessToken', text('x', '${TOKEN}')),
              line('filterQueryParam', text('all')),
            ),
          ),
        ),
      ),
      line('sourceConfig', below(line('config', metadata))),
    ),
  ),
  line(
    'workflowConfig',
    below(
      line('loggerLevel', text('INFO', 'WARNING')),
      line('openMetadataServerConfig', below(line('hostPort', text('https://h.example.com/api')))),
    ),
  ),
);

interface Style {
  readonly step: number;
  readonly quote: string;
  readonly newLine: string;
  readonly comments: readonly boolean[];
  readonly mark: boolean;
}
const style: fc.Arbitrary<Style> = fc.record({
  step: fc.constantFrom(2, 4, 3),
  quote: fc.constantFrom('', '', '"', "'"),
  newLine: fc.constantFrom('\n', '\r\n'),
  comments: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  mark: fc.boolean(),
});

/** The text in a style, with numbered comments over and beside its lines. */
function written(lines: readonly Line[], { step, quote, newLine, comments, mark }: Style): string {
  let count = 0;
  const made: string[] = [];
  const comment = () => {
    count += 1;
    return comments[count % comments.length] ? `# ${count}` : '';
  };
  const write = (part: readonly Line[], column: number): void => {
    for (const { key, value } of part) {
      const before = ' '.repeat(column);
      const over = comment();
      if (over !== '') made.push(`${before}${over}`);
      const name = `${before}${quote}${key}${quote}:`;
      if (typeof value !== 'string') {
        made.push(`${name} ${comment()}`);
        write(value, column + step);
      } else {
        const [first = '', ...more] = value.split('\n');
        made.push(`${name} ${first} ${more.length > 0 || first === '' ? '' : comment()}`);
        for (const item of more) made.push(`${before}${' '.repeat(step)}${item}`);
      }
    }
  };
  write(lines, 0);
  return `${mark ? '\uFEFF' : ''}${made.join(newLine)}${newLine}`;
}

const comments = (text: string) => text.match(/# \w+/g) ?? [];
/** What a run sees; a filter is the same where its patterns are. */
const seen = async (text: string) => {
  // A migration moves lines, and so the places that annotations point at.
  const { places: _moved, ...rest } = await config(text, { env: { TOKEN: 't' } });
  return JSON.parse(JSON.stringify(rest)) as object;
};
const OLD = /[a-z]_[a-z_]*["']?:|dbServiceName/;

test('a migration keeps the meaning, every comment and every line end, and is done at once', async () => {
  await fc.assert(
    fc.asyncProperty(workflow, style, async (lines, how) => {
      const before = written(lines, how);
      const { text: after, remarks } = migrate(before);
      assert.deepEqual(remarks, [], before);
      assert.deepEqual(await seen(after), await seen(before), after);
      assert.deepEqual(comments(after), comments(before), after);
      assert.equal(after.startsWith('\uFEFF'), how.mark);
      assert.equal(after.replaceAll(how.newLine, '').includes('\n'), false);
      assert.doesNotMatch(after, OLD);
      assert.deepEqual(migrate(after), { text: after, changes: [], remarks: [] });
    }),
    { numRuns: 150 },
  );
});

test('JSON keeps its meaning, and stays JSON', async () => {
  /** An empty value is none, in brackets is a list. */
  const asValue = (lines: readonly Line[]): object =>
    Object.fromEntries(
      lines.map(({ key, value }) => [
        key,
        typeof value !== 'string'
          ? asValue(value)
          : /^[\n[]/.test(value)
            ? ['one', 'two']
            : value.replaceAll(/["']/g, '') || null,
      ]),
    );
  await fc.assert(
    fc.asyncProperty(workflow, fc.constantFrom(undefined, 2, '\t'), async (lines, space) => {
      const before = JSON.stringify(asValue(lines), null, space);
      const { text: after, remarks } = migrate(before);
      assert.deepEqual(remarks, [], before);
      assert.deepEqual(await seen(after), await seen(before), after);
      assert.doesNotThrow(() => JSON.parse(after), after);
      assert.deepEqual(migrate(after), { text: after, changes: [], remarks: [] });
    }),
    { numRuns: 80 },
  );
});

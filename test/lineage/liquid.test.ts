import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dialect } from '../../src/lineage/dialect.ts';
import { collectParameters } from '../../src/lineage/liquid/forms.ts';
import { renderQuery } from '../../src/lineage/liquid/render.ts';
import { loadParser } from '../../src/lineage/parser/load-parser.ts';
import { readSql } from '../../src/lineage/read-sql.ts';

interface Given {
  readonly dialect?: Dialect;
  readonly definitions?: Readonly<Record<string, string>>;
  /** The other queries of the report. */
  readonly siblings?: readonly string[];
}

function options(sql: string, { dialect = 'postgres', definitions = {}, siblings = [] }: Given) {
  const known = new Map(Object.entries(definitions));
  return { dialect, definitions: known, parameters: collectParameters([sql, ...siblings], known) };
}

const render = (sql: string, given: Given = {}) => renderQuery(sql, options(sql, given));
const read = (sql: string, given: Given = {}) => readSql(sql, options(sql, given));
/** Names of the tables; a conditional one has a question mark. */
const tables = (sql: string, given: Given = {}): string[] =>
  read(sql, given).tables.map(
    ({ name, conditional }) =>
      [name.db, name.schema, name.table].filter((part) => part !== null).join('.') + (conditional ? '?' : ''),
  );

const form = (yaml: string): string => `\n{% form %}\n${yaml}\n{% endform %}`;

const RENDERS: readonly { says: string; sql: string; gives: string; given?: Given }[] = [
  { says: 'a default', sql: `SELECT {{ n }}${form('n:\n  type: text\n  default: 5')}`, gives: 'SELECT 5' },
  {
    says: 'a form of another query of the report',
    sql: 'SELECT {{ n }}',
    given: { siblings: [`SELECT 1${form('n:\n  default: 7')}`] },
    gives: 'SELECT 7',
  },
  {
    says: 'the first of two forms that name a parameter',
    sql: `SELECT {{ n }}${form('n:\n  default: 1')}${form('n:\n  default: 2')}`,
    gives: 'SELECT 1',
  },
  {
    says: 'options.default',
    sql: `SELECT {{ n }}${form('n:\n  type: select\n  options:\n    default: 3')}`,
    gives: 'SELECT 3',
  },
  {
    says: 'the first option',
    sql: `SELECT '{{ n }}'${form('n:\n  type: select\n  options: [a, b]')}`,
    gives: "SELECT 'a'",
  },
  {
    says: 'the value of a pair',
    sql: `SELECT '{{ n }}'${form('n:\n  type: select\n  options: [[All, x], [B, y]]')}`,
    gives: "SELECT 'x'",
  },
  {
    says: 'a multiselect',
    sql: `a IN ({{ n }})${form("n:\n  type: multiselect\n  default: [a, o'b]")}`,
    gives: "a IN ('a', 'o''b')",
  },
  {
    says: 'a multiselect of all',
    sql: `a IN ({{ n }})${form('n:\n  type: multiselect\n  default: all\n  options: [x, y]')}`,
    gives: "a IN ('x', 'y')",
  },
  {
    says: 'options from columns are unknown',
    sql: `SELECT 1 WHERE a = {{ n }}${form('n:\n  type: select\n  options:\n    labels: a\n    values: b')}`,
    gives: 'SELECT 1 WHERE a = NULL',
  },
  {
    says: 'a form with tabs and bare colons',
    sql: `SELECT '{{ n }}'${form("n:\n\ttype: text\n\tdefault: 'a: b'\n\tlabel: x: y")}`,
    gives: "SELECT 'a: b'",
  },
  {
    says: 'Liquid in a form',
    sql: `SELECT '{{ n }}'${form("n:\n  default: {{ 86400 | date: '%Y' }}")}`,
    gives: "SELECT '1970'",
  },
  { says: 'an unknown value in a string', sql: "LIKE '%{{ q }}%'", gives: "LIKE '%%'" },
  { says: 'an unknown value after an operator', sql: 'WHERE a > {{ q }}', gives: 'WHERE a > NULL' },
  { says: 'an unknown list', sql: 'WHERE a IN ({{ q }})', gives: 'WHERE a IN (NULL)' },
  { says: 'an unknown sort direction', sql: 'ORDER BY a {{ q }}', gives: 'ORDER BY a ' },
  { says: 'an unknown number of rows', sql: 'LIMIT {{ q }} OFFSET {{ r }}', gives: 'LIMIT 1 OFFSET 1' },
  { says: 'an unknown value in a comment', sql: '/* {{ q }} */ SELECT 1', gives: '/*  */ SELECT 1' },
  { says: 'nil', sql: 'SELECT {{ nil }}', gives: 'SELECT NULL' },
  { says: 'nothing at all', sql: 'SELECT {{ }} 1', gives: 'SELECT  1' },
  {
    says: 'a variable used before its assign',
    sql: "SELECT '{{ x }}'{% assign x = 'a' %}",
    gives: "SELECT 'a'",
  },
  { says: 'else if', sql: '{% if a %}1{% else if true %}2{% else %}3{% endif %}', gives: '2' },
  {
    says: 'an unknown tag and what it stands around',
    sql: '{% foo a %}1{% endfoo %}{% bar %}',
    gives: '1',
  },
  { says: 'include', sql: "{% include '/etc/passwd' %}1{% render 'x' %}{% layout 'y' %}", gives: '1' },
  { says: 'raw', sql: '{% raw %}{{ a }}{% endraw %}', gives: '{{ a }}' },
  { says: 'JSON', sql: `SELECT '{"a":{"b":1}}'`, gives: `SELECT '{"a":{"b":1}}'` },
  { says: 'a loop', sql: '{% for i in (1..3) %}{{ i }}{% endfor %}', gives: '123' },
  { says: 'dashes that would glue words', sql: 'SELECT {{- 1 -}} AS a', gives: 'SELECT 1 AS a' },
  { says: 'a prototype is no value', sql: "SELECT '{{ constructor.name }}'", gives: "SELECT ''" },
];
for (const { says, sql, gives, given } of RENDERS) {
  test(`renders ${says}`, () => assert.equal(render(sql, given).main.trimEnd(), gives.trimEnd()));
}

const DEFINITIONS = {
  orders: 'SELECT * FROM raw.orders; -- the end',
  nested: 'SELECT * FROM {{ @orders }} JOIN {{ @customers as c }} ON 1=1',
  customers: `SELECT *\nFROM raw.customers # not a comment here\n${form('day:\n  default: 3')}`.replace(
    '# not a comment here',
    '',
  ),
  circle: 'SELECT * FROM {{ @round }} JOIN t1 ON 1=1',
  round: 'SELECT * FROM {{ @circle }}',
  by_day2: 'SELECT * FROM events WHERE day = {{ day }}',
  choice: '{% if x %}SELECT * FROM a{% else %}SELECT * FROM b{% endif %}',
};

const READS: readonly { says: string; sql: string; tables: readonly string[]; given?: Given }[] = [
  { says: 'a definition', sql: 'SELECT * FROM {{ @orders }} WHERE 1=1', tables: ['raw.orders'] },
  { says: 'in any case and spacing', sql: 'SELECT * FROM {{@ORDERS  AS x}}', tables: ['raw.orders'] },
  { says: 'nested definitions', sql: 'SELECT * FROM {{ @nested }}', tables: ['raw.orders', 'raw.customers'] },
  { says: 'a name with digits', sql: 'SELECT * FROM {{ @by_day2 as d }}', tables: ['events'] },
  { says: 'a circle', sql: 'SELECT * FROM {{ @circle }} c', tables: ['t1'] },
  { says: 'an unknown definition', sql: 'SELECT * FROM {{ @nope }} JOIN t1 ON 1=1', tables: ['t1'] },
  { says: 'a definition in WITH', sql: 'WITH o AS {{ @orders }} SELECT * FROM o', tables: ['raw.orders'] },
  { says: 'one in brackets', sql: 'SELECT * FROM ({{ @orders }}) AS o, t1', tables: ['raw.orders', 't1'] },
  { says: 'one in a comment', sql: 'SELECT 1 -- {{ @nested }}\nFROM t1', tables: ['t1'] },
  { says: 'branches in a definition', sql: 'SELECT * FROM {{ @choice }}', tables: ['b', 'a?'] },
  {
    says: 'a known schema',
    sql: `SELECT 1 FROM {{ s }}.t1${form('s:\n  default: mart')}`,
    tables: ['mart.t1'],
  },
  { says: 'an unknown schema', sql: 'SELECT 1 FROM {{ s }}.t1', tables: ['t1'] },
  {
    says: 'an unknown table',
    sql: 'SELECT 1 FROM {{ t }} JOIN t1 ON 1=1 JOIN s.x_{{ y }} ON 1=1',
    tables: ['t1'],
  },
  { says: 'an unknown alias', sql: 'SELECT 1 FROM t1 AS {{ a }} JOIN t2 ON 1=1', tables: ['t1', 't2'] },
  {
    says: 'a wildcard that is known in part',
    sql: 'SELECT 1 FROM `{{ p }}.{{ d }}.events_{{ y }}*`',
    given: { dialect: 'bigquery' },
    tables: ['events_*'],
  },
  {
    says: 'a branch that is not taken',
    sql: `SELECT 1 FROM {% if n == 1 %}t1{% elsif n == 2 %}t2{% else %}t3{% endif %}${form('n:\n  default: 2')}`,
    tables: ['t2', 't1?', 't3?'],
  },
  {
    says: 'nested branches',
    sql: 'SELECT 1 FROM t0 {% if a %}JOIN t1 ON 1=1 {% unless b %}JOIN t2 ON 1=1{% else %}JOIN t3 ON 1=1{% endunless %}{% endif %}',
    tables: ['t0', 't1?', 't2?', 't3?'],
  },
  {
    says: 'case',
    sql: "SELECT 1 FROM {% case n %}{% when 'a' %}t1{% when 'b', 'c' %}t2{% else %}t3{% endcase %}",
    tables: ['t3', 't1?', 't2?'],
  },
  {
    says: 'branches of one name side by side',
    sql: "SELECT 1 FROM d.{% if n == 'a' %}p{% endif %}{% if n == 'b' %}q{% endif %} WHERE 1=1",
    tables: ['d.p?', 'd.q?'],
  },
  {
    says: 'branches of one relation side by side',
    sql: 'SELECT 1 FROM {% if n > 1 %}p{% endif %}{% if n <= 1 %}q{% endif %} WHERE 1=1',
    tables: ['p?', 'q?'],
  },
  {
    says: 'queries side by side',
    sql: "{% if n == 'a' %}SELECT 1 FROM p{% endif %}{% if n != 'a' %}SELECT 1 FROM q{% endif %}",
    tables: ['q', 'p?'],
  },
  {
    says: 'queries side by side whose conditions are not plain',
    sql: '{% if n.x == 1 %}SELECT 1 FROM p{% endif %}{% if n.x != 1 %}SELECT 1 FROM q{% endif %}',
    tables: ['q', 'p?'],
  },
  {
    says: 'the second value of a form against the first',
    sql: `{% if n == 'a' %}SELECT 1 FROM p{% endif %}{% if n == 'b' %}SELECT 1 FROM q{% endif %}${form('n:\n  default: a')}`,
    tables: ['p', 'q?'],
  },
  {
    says: 'what is put out keeps its default in another branch',
    sql: `SELECT 1 FROM t_{{ n }} {% if n == 'b' %}JOIN q ON 1=1{% endif %}${form('n:\n  default: a')}`,
    tables: ['t_a', 'q?'],
  },
  {
    says: 'a branch inside what a variable catches',
    sql: '{% capture c %}{% if n %}p{% else %}q{% endif %}{% endcapture %}SELECT 1 FROM {{ c }}',
    tables: ['q', 'p?'],
  },
  {
    says: 'a name that ends where a branch is left out',
    sql: 'SELECT 1 FROM t{% if n %}_old{% endif %} WHERE 1=1',
    tables: ['t', 't_old?'],
  },
  {
    says: 'a loop over an unknown list',
    sql: 'SELECT 1 FROM t1 {% for x in xs %} JOIN t2 ON 1=1 {% endfor %}',
    tables: ['t1', 't2?'],
  },
  {
    says: 'a loop over a known list',
    sql: "{% assign ts = 'a,b' | split: ',' %}{% for t in ts %}SELECT 1 FROM s.{{ t }};{% endfor %}",
    tables: ['s.a', 's.b'],
  },
  {
    says: 'a tag in a comment',
    sql: 'SELECT 1 FROM t1 -- {% if x %}\n JOIN t2 ON 1=1\n-- {% endif %}',
    tables: ['t1', 't2?'],
  },
  {
    says: 'an apostrophe in a Liquid comment',
    sql: "SELECT 1 {% comment %} don't {% endcomment %} FROM t1",
    tables: ['t1'],
  },
  {
    says: 'an apostrophe in Liquid',
    sql: `SELECT 1 {% if a == "it's" %}, 2{% endif %} FROM t1`,
    tables: ['t1'],
  },
  { says: 'a tag that never ends', sql: 'SELECT 1 FROM t1 {% if a %} JOIN t2 ON 1=1', tables: ['t1', 't2'] },
  {
    says: 'an end without a beginning',
    sql: 'SELECT 1 FROM t1 {% endif %} JOIN {{ x }}.t2 ON 1=1',
    tables: ['t1', 't2'],
  },
  { says: 'an opening that nothing closes', sql: "SELECT 1 FROM t1 WHERE a = '{{ b'", tables: ['t1'] },
  { says: 'what is no Liquid', sql: `SELECT '{{"a":1}}' FROM t1`, tables: ['t1'] },
  { says: 'a form that never ends', sql: 'SELECT 1 FROM t1 {% form %}', tables: ['t1'] },
];
for (const { says, sql, tables: expected, given } of READS) {
  test(`reads ${says}`, () =>
    assert.deepEqual(tables(sql, { definitions: DEFINITIONS, ...given }).toSorted(), expected.toSorted()));
}

test('a definition in a FROM is called by its alias, or else by its name', () => {
  const definitions = { a: 'SELECT 1;' };
  assert.match(render('FROM {{ @a }}', { definitions }).main, /^FROM \( SELECT 1 \) AS a$/);
  assert.match(render('FROM {{ @a }} WHERE 1=1', { definitions }).main, /\) AS a WHERE/);
  assert.match(render('FROM {{ @a }} x', { definitions }).main, /\) x$/);
  assert.match(render('FROM {{ @a as y }}', { definitions }).main, /\) AS y$/);
  assert.match(render('WHERE b IN {{ @a }}', { definitions }).main, /IN \( SELECT 1 \)$/);
});

test('what is wrong with definitions is told, with its line', () => {
  const lines = (sql: string) =>
    render(sql, { definitions: DEFINITIONS }).diagnostics.map(({ code, line }) => `${code} ${line}`);
  assert.deepEqual(lines('SELECT 1\nFROM {{ @nope }}'), ['unknown-definition 2']);
  assert.deepEqual(lines('SELECT 1\n\nFROM {{ @circle }}'), ['definition-cycle 3']);
});

test('every line stays where it was', () => {
  const sql = [
    "{% form %}\nn:\n  default: 1\n{% endform %}SELECT 'line @'",
    "{% comment %}\n\n{% endcomment %}, 'line @'",
    "{% if n == 2 %}\n, 1\n{% elsif n == 1 %}\n, 'line @'\n{% else %}\n, 3\n{% endif %}, 'line @'",
    "{% assign x =\n 'a' %}, 'line @' {%- unless true -%}\n\n{%- endunless -%}, 'line @'",
    "FROM {{ @lines\n }} 'line @'",
    "{% case n %}{% when 5 %}\n{% when 1 %}\n{% endcase %}{% for i in nothing %}\n{% endfor %}'line @'",
  ]
    .join('\n')
    .split('\n')
    .map((line, at) => line.replaceAll("@'", `${at + 1}'`))
    .join('\n');
  const { main, others, broken } = render(sql, { definitions: { lines: 'SELECT\n1\nFROM\nt' } });
  assert.equal(broken, false);
  assert.equal(others.length, 2);
  for (const text of [main, ...others]) {
    for (const [at, line] of text.split('\n').entries()) {
      for (const [, number] of line.matchAll(/'line (\d+)'/g)) assert.equal(at + 1, Number(number), text);
    }
  }
  assert.equal(main.match(/'line \d+'/g)?.length, 8);
});

test('broken Liquid is told and leaves low confidence', () => {
  const reading = read('SELECT 1 FROM t1\n{% if a %}');
  assert.deepEqual(
    reading.diagnostics.map(({ code, line }) => [code, line]),
    [['liquid-error', 2]],
  );
  assert.deepEqual(
    reading.tables.map(({ confidence }) => confidence),
    ['low'],
  );
});

test('at most eight renderings are tried, and it is told', () => {
  const sql = `SELECT 1 FROM t0 ${Array.from({ length: 12 }, (_, at) => `{% if a${at} %}JOIN t${at + 1} ON 1=1 {% endif %}`).join('')}`;
  const { others, diagnostics } = render(sql);
  assert.equal(others.length, 7);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['liquid-branches'],
  );
});

test('a rendered text is the same every time', () => {
  const sql =
    '{% for i in (1..400) %}{% for j in (1..400) %}SELECT {{ i }} FROM t{{ j }};{% endfor %}{% endfor %}';
  const [one, other] = [render(sql), render(sql)];
  assert.deepEqual(one, other);
  assert.ok(one.main.length < 100_000);
});

const MOVED: readonly (readonly [string, string])[] = [
  ['a loop', '{% for i in (1..3) %}\nSELECT {{ i }};\n{% endfor %}\n\nSELECT ('],
  ['a loop, in its body', '{% for i in (1..3) %}\n\nSELECT (\n{% endfor %}'],
  ['no round of a loop', '{% for i in nothing %}\nSELECT 1;\n{% else %}\n{% endfor %}\nSELECT ('],
  ['a capture', '{% capture q %}\n1\n2\n{% endcapture %}\nSELECT ('],
  ['a capture that is written', '{% capture q %}\nSELECT 1\n;{% endcapture %}\n\n{{ q }}\nSELECT ('],
  [
    'a loop in a branch',
    '{% if true %}\n{% for i in (1..2) %}\n{% endfor %}\n{% else %}\n\n{% endif %}\nSELECT (',
  ],
];
for (const [what, sql] of MOVED) {
  test(`behind ${what}, what is wrong is told at the author's line`, async () => {
    const line = sql.split('\n').findIndex((one) => one.includes('SELECT (')) + 1;
    const { diagnostics, rendered, lines } = readSql(sql, {
      ...options(sql, {}),
      parser: await loadParser(),
    });
    assert.deepEqual([...new Set(diagnostics.map((one) => one.line))], [line]);
    assert.ok(!rendered.includes('\uE001'));
    const own = rendered.split('\n');
    assert.equal((lines ?? own).length, own.length);
  });
}

test('a capture that is compared is as it was', () => {
  const sql =
    "{% capture a %}{% for i in (1..1) %}{{ 'x' }}{% endfor %}{% endcapture %}{% if a == 'x' %}1{% endif %}{{ a }}";
  assert.deepEqual(render(sql).main, '1x');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { migrate } from '../../src/migrate/migrate.ts';
import { WORKFLOW, withLines } from '../config/workflow-text.ts';

/** The lines that go below `type: DashboardMetadata`, before and after. */
const BELOW_METADATA: readonly (readonly [
  what: string,
  before: readonly string[],
  after: readonly string[],
])[] = [
  [
    'a list in block style',
    ['      dbServiceNames: # ours', '        - one', '        # and', '        - two'],
    [
      '      lineageInformation:',
      '        dbServicePrefixes: # ours',
      '          - one',
      '          # and',
      '          - two',
    ],
  ],
  [
    'a list at the column of its key',
    ['      db_service_names:', '      - one', '', '      - two'],
    ['      lineageInformation:', '        dbServicePrefixes:', '        - one', '', '        - two'],
  ],
  [
    'a list in brackets over two lines',
    ['      dbServiceNames: [one, # first', '        two]'],
    ['      lineageInformation:', '        dbServicePrefixes: [one, # first', '          two]'],
  ],
  [
    'one text',
    ['      dbServiceName: warehouse  # ours'],
    ['      lineageInformation:', '        dbServicePrefixes:', '          - warehouse  # ours'],
  ],
  [
    'one text in quotes, with an anchor',
    ['      dbServiceName:   &w "a b"'],
    ['      lineageInformation:', '        dbServicePrefixes:', '          - &w "a b"'],
  ],
  [
    'one text below a comment',
    ['      dbServiceName:', '        # ours', '        ware', '         house'],
    [
      '      lineageInformation:',
      '        dbServicePrefixes:',
      '          # ours',
      '          - ware',
      '                   house',
    ],
  ],
  [
    'a text over several lines',
    ['      dbServiceName: |-', '        warehouse'],
    ['      lineageInformation:', '        dbServicePrefixes:', '          - |-', '            warehouse'],
  ],
  [
    'a key that is quoted',
    ["      'dbServiceNames': [one]"],
    ["      'lineageInformation':", "        'dbServicePrefixes': [one]"],
  ],
  [
    'today’s key above its section',
    ['      dbServicePrefixes: [one.two]'],
    ['      lineageInformation:', '        dbServicePrefixes: [one.two]'],
  ],
  [
    'an older key in the section',
    ['      lineage_information:', '        dbServiceNames:', '          - one # 1'],
    ['      lineageInformation:', '        dbServicePrefixes:', '          - one # 1'],
  ],
  [
    'one text in the section',
    ['      lineageInformation:', '          dbServiceName: one # 1'],
    ['      lineageInformation:', '          dbServicePrefixes:', '            - one # 1'],
  ],
  [
    'a section in braces',
    ['      lineageInformation: { dbServiceName: "one" }'],
    ['      lineageInformation: { dbServicePrefixes: ["one"] }'],
  ],
  ['an empty key', ['      dbServiceNames:'], ['      lineageInformation:', '        dbServicePrefixes:']],
  [
    'an alias',
    ['      dashboardFilterPattern: { includes: &all [one] }', '      dbServiceNames: *all'],
    [
      '      dashboardFilterPattern: { includes: &all [one] }',
      '      lineageInformation:',
      '        dbServicePrefixes: *all',
    ],
  ],
  [
    'an alias of one text',
    ['      dashboardFilterPattern: { includes: &all one }', '      dbServiceName: *all'],
    [
      '      dashboardFilterPattern: { includes: &all one }',
      '      lineageInformation:',
      '        dbServicePrefixes:',
      '          - *all',
    ],
  ],
  [
    'keys in snake case, with what stands around them',
    ['      # owners', '      include_owners:   yes   # why', '      "include_tags" : off', ''],
    ['      # owners', '      includeOwners:   yes   # why', '      "includeTags" : off', ''],
  ],
  [
    'a key that has no effect',
    ['      query_parser_config: { a: 1 }'],
    ['      queryParserConfig: { a: 1 }'],
  ],
  [
    'a section that is used twice',
    ['      chart_filter_pattern: &f {includes: [a]}', '      project_filter_pattern: *f'],
    ['      chartFilterPattern: &f {includes: [a]}', '      projectFilterPattern: *f'],
  ],
  [
    'a section that is merged in',
    ['      processing: &p', '        include_owners: true', '        dbServiceNames: [one]', '      <<: *p'],
    [
      '      processing: &p',
      '        includeOwners: true',
      '        lineageInformation:',
      '          dbServicePrefixes: [one]',
      '      <<: *p',
    ],
  ],
];
for (const [what, before, after] of BELOW_METADATA) {
  for (const [ends, newLine] of [
    ['', '\n'],
    [', CRLF and BOM', '\r\n'],
  ] as const) {
    test(`${what}${ends}`, () => {
      const as = (lines: readonly string[]) =>
        (ends === '' ? '' : '\uFEFF') + withLines('DashboardMetadata', ...lines).replaceAll('\n', newLine);
      const { text, changes, remarks } = migrate(as(before));
      assert.deepEqual(remarks, []);
      assert.equal(text, as(after));
      assert.ok(changes.length > 0);
      assert.deepEqual(migrate(text), { text, changes: [], remarks: [] });
    });
  }
}

test('changes are told at their places', () => {
  const text = withLines('type: Mode', '      access_token: x').replace('serviceName:', 'service_name:');
  assert.deepEqual(migrate(text.replace('DashboardMetadata', '$&\n      dbServiceName: w')).changes, [
    { at: { line: 3, column: 3 }, from: 'service_name', to: 'serviceName' },
    { at: { line: 7, column: 7 }, from: 'access_token', to: 'accessToken' },
    { at: { line: 12, column: 7 }, from: 'dbServiceName', to: 'lineageInformation.dbServicePrefixes' },
  ]);
});

test('JSON stays JSON', () => {
  const before = `{"source": {"source_config": {\n  "config": {"type": "DashboardMetadata", "dbServiceName": "one",\n  "include_tags": true}}}}`;
  const { text } = migrate(before);
  assert.equal(
    text,
    `{"source": {"sourceConfig": {\n  "config": {"type": "DashboardMetadata", "lineageInformation": { "dbServicePrefixes": ["one"] },\n  "includeTags": true}}}}`,
  );
  assert.doesNotThrow(() => JSON.parse(text));
});

for (const text of [
  WORKFLOW,
  `\uFEFF${WORKFLOW.replaceAll('\n', '\r\n')}`,
  withLines('type: Mode', '      acessToken: x'),
]) {
  test(`nothing to do leaves ${JSON.stringify(text.slice(0, 9))} as it is`, () => {
    assert.deepEqual(migrate(text), { text, changes: [], remarks: [] });
  });
}

const REFUSED = [
  {
    what: 'a key in two spellings',
    lines: ['      include_owners: true', '      includeOwners: false'],
    says: /`source\.sourceConfig\.config\.includeOwners` stands here in two spellings: first on line 11, as `include_owners`/,
    at: 12,
  },
  {
    what: 'services in two places',
    lines: ['      dbServiceNames: [a]', '      lineageInformation:', '        dbServicePrefixes: [b]'],
    says: /more than one place: `dbServiceNames` \(line 11\), `dbServicePrefixes` \(line 13\)/,
    at: 13,
  },
  {
    what: 'services under two names in the section',
    lines: ['      lineageInformation: {dbServiceNames: [a], dbServicePrefixes: [b]}'],
    says: /more than one place/,
    at: 11,
  },
  {
    what: 'services beside an empty section',
    lines: ['      lineageInformation:', '      dbServiceNames: [a]'],
    says: /`dbServiceNames` \(line 12\), `lineageInformation` \(line 11\)/,
    at: 11,
  },
  {
    what: 'a key of its own beside the one merged in',
    lines: ['      processing: &p {include_owners: true}', '      <<: *p', '      includeOwners: true'],
    says: /two spellings/,
    at: 11,
  },
];
for (const { what, lines, says, at } of REFUSED) {
  test(`${what} is left to a person`, () => {
    const before = withLines('DashboardMetadata', ...lines);
    const { text, changes, remarks } = migrate(before);
    assert.equal(text, before);
    assert.deepEqual(changes, []);
    assert.equal(remarks[0]?.code, 'spelling-ambiguous');
    assert.match(remarks[0].message, says);
    assert.equal(remarks[0].at?.line, at);
  });
}

test('what cannot be rewritten in place is refused', () => {
  const before = withLines('DashboardMetadata', '      ? dbServiceNames', '      : [a]');
  const { text, remarks } = migrate(before);
  assert.equal(text, before);
  assert.equal(remarks[0]?.code, 'migration-unsafe');
});

test('what is no YAML is told as ever', () => {
  const { text, remarks } = migrate('source: [');
  assert.equal(text, 'source: [');
  assert.equal(remarks[0]?.code, 'config-syntax');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { canonicalSchema, type JsonSchema } from '../../../src/config/json-schema/canonical-schema.ts';
import { workflowJsonSchema } from '../../../src/config/json-schema/workflow-json-schema.ts';
import { load, SECRETS, WORKFLOW } from '../workflow-text.ts';
import { accepts } from './accepts.ts';

type Value = unknown;
interface Leaf {
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

/** Every key that takes no keys of its own, with its path. */
function leaves(schema: JsonSchema, path: readonly string[] = []): readonly Leaf[] {
  if (schema.properties === undefined) return [{ path, schema }];
  return Object.entries(schema.properties).flatMap(([key, child]) =>
    typeof child === 'object' ? leaves(child, [...path, key]) : [],
  );
}
const LEAVES = leaves(canonicalSchema());

const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
/** A good value for a key, for the variable that stands in its place. */
function good({ path, schema }: Leaf): string {
  const key = path.at(-1) ?? '';
  const words = schema.anyOf?.[0]?.enum;
  if (words !== undefined) return String(words[0]);
  const byKey: Readonly<Record<string, string>> = {
    hostPort: 'https://h.example.com/api',
    fullEvery: '24h',
    ingestionPipelineFQN: 'a.b',
    pipelineRunId: UUID,
    discoveryToken: 'a:b:c',
  };
  const types = [schema.type].flat();
  return (
    byKey[key] ??
    (types.some((type) => type === 'integer' || type === 'number') && types[0] !== 'string'
      ? '7'
      : types[0] === 'boolean'
        ? 'true'
        : 'acme')
  );
}
const variable = ({ path }: Leaf) => `V_${path.join('_')}`;
const ENV = Object.fromEntries(LEAVES.map((leaf) => [variable(leaf), good(leaf)]));

/** To a run a number is the text that it is written as, to an editor a number: no fraction, none below zero. */
const scalars: readonly Value[] = [
  ...[
    true,
    false,
    'yes',
    ' OFF ',
    'Tru',
    0,
    1,
    7,
    '7',
    '7.5',
    100,
    101,
    1000,
    '1001',
    '0001000',
    '0000001000',
  ],
  ...['24h', '8784', 8785, '400d', '366 D', '52w', '53w', '0h', '', ' ', 'a', 'a.b', 'a.b.c.d.e', '.a', 'a.'],
  ...[
    '"x.y".z',
    'a::b',
    'a"b',
    'x y',
    'https://h.example/api',
    'http://h?x',
    'https://u:p@h',
    'HTTPS://H',
    'ftp://h',
  ],
  ...[
    'https://h/#',
    'https://',
    'WARNING',
    'info',
    'LOUD',
    'validate',
    'Ignore',
    'openmetadata',
    'mode',
    'Mode',
  ],
  ...[
    'dashboardmetadata',
    'metadata-rest',
    'custom',
    'all',
    'a/b',
    'app.mode.com/acme',
    'https://app.mode.com/a b',
  ],
  ...[
    'your-space',
    '{x}',
    '<x>',
    'change-me',
    'ünï',
    '-x',
    'workspace_name',
    'svc.pipe',
    UUID,
    'two\nlines',
    null,
  ],
  ...['$${A}', 'x$${A:-y}', '${A:-y}', '${{ a.b }}', 'a ${{b}}', '${', '$', '$$', 'x'.repeat(257)],
];
const others: readonly Value[] = [
  [],
  ['a'],
  ['a.b', 'c.'],
  [7],
  [null],
  [['a']],
  {},
  { a: 1 },
  { a: 1, b: 2 },
];

/** Where no list says it, a text may be anything; what depends on the run is no matter of the file. */
const credentials = ['tok', 'a b', 7, null, { x: null }, { a: 1, b: 2 }, ['a'], '${A}', '${{ a }}', '{x}'];
const patterns = [
  'Finance.*',
  ['a|b', 'c'],
  [7],
  [null],
  [['a']],
  null,
  7,
  true,
  {},
  [],
  ['${A:-b}'],
  ['${{ a }}'],
];
const few: Readonly<Record<string, readonly Value[]>> = {
  accessToken: credentials,
  accessTokenPassword: credentials,
  jwtToken: credentials,
  discoveryToken: credentials,
  includes: patterns,
  excludes: patterns,
  extraHeaders: [
    { 'X-A': 'b' },
    { 'X A': 'b' },
    { 'X-A': 'ü' },
    { 'X-A': 7 },
    { 'X-A': null },
    {},
    null,
    'a',
    ['a'],
  ],
};

const valueFor = (leaf: Leaf) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(few[leaf.path.at(-1) ?? ''] ?? [...scalars, ...others])) },
    { weight: 1, arbitrary: fc.constantFrom(`\${${variable(leaf)}}`, `$${variable(leaf)}`, good(leaf)) },
  );

/** The key itself, in snake case of any kind, or misspelt. */
const spelling = (key: string) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(key) },
    { weight: 2, arbitrary: fc.constant(key.replace(/[A-Z]+/g, (caps) => `_${caps.toLowerCase()}`)) },
    { weight: 1, arbitrary: fc.nat(key.length - 1).map((at) => splitAt(key.toLowerCase(), at)) },
    { weight: 1, arbitrary: fc.constantFrom(`${key}x`, key.toUpperCase(), `_${key}`, key.slice(1)) },
  );
const splitAt = (key: string, at: number) => (at === 0 ? key : `${key.slice(0, at)}_${key.slice(at)}`);

interface Change {
  readonly path: readonly string[];
  readonly value: Value;
  readonly remove: boolean;
}
const change: fc.Arbitrary<Change> = fc.constantFrom(...LEAVES).chain((leaf) =>
  fc.record({
    path: fc.tuple(...leaf.path.map((key, at) => (at < leaf.path.length - 1 ? mostly(key) : spelling(key)))),
    value: valueFor(leaf),
    remove: fc.boolean().chain((maybe) => (maybe ? fc.boolean() : fc.constant(false))),
  }),
);
const mostly = (key: string) =>
  fc.oneof({ weight: 19, arbitrary: fc.constant(key) }, { weight: 1, arbitrary: spelling(key) });

type Tree = { [key: string]: Value };
const isTree = (value: Value): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function apply(tree: Tree, { path, value, remove }: Change): void {
  let at = tree;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    const child: Tree = isTree(next) ? next : {};
    at[key] = child;
    at = child;
  }
  if (remove) delete at[path.at(-1) ?? ''];
  else at[path.at(-1) ?? ''] = value;
}

/** An open section takes any key but one that looks like a misspelt one of ours: nearness is more than a pattern can say. */
const isFree = ({ path }: Change) =>
  path[0] === 'workflowConfig' &&
  path[1] === 'config' &&
  !['registerRun', 'timeBudget'].includes(path.at(-1) ?? '');

test('the JSON Schema takes what a run takes, and nothing else', async () => {
  const schema = workflowJsonSchema();
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      fc.pre(!changes.some(isFree));
      const file = parse(WORKFLOW) as Tree;
      for (const one of changes) apply(file, one);
      const { findings } = await load(JSON.stringify(file), {
        env: ENV,
        requireSecrets: false,
        secrets: { ...SECRETS, modeDiscoveryToken: 'a:b:c' },
        readFile: () => Promise.resolve('tok'),
      });
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length === 0) taken += 1;
      assert.equal(
        accepts(schema, file),
        errors.length === 0,
        `${JSON.stringify(file)} ${JSON.stringify(errors)}`,
      );
    }),
    { numRuns: 1500 },
  );
  assert.ok(taken > 150, `only ${taken} were good`);
});

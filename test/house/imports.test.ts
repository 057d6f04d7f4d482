import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly onlyTypes: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(STATEMENT)].map(([, type, to = '']) => ({
    from,
    to: to.startsWith('.') ? normalize(join(dirname(from), to)).replaceAll('\\', '/') : to,
    onlyTypes: type !== undefined,
  })),
);

test('the graph was read', () => {
  assert.ok(files.length > 40);
  assert.ok(imports.length > 100);
  for (const { from, to } of imports) {
    // What the build makes is declared beside its importer.
    if (to.startsWith('src/')) assert.ok(existsSync(to.replace(/\.mjs$/, '.d.mts')), `${from} imports ${to}`);
  }
});

test('only the action and its host import @actions/*', () => {
  const allowed = new Set(['src/action.ts', 'src/host/actions-host.ts']);
  const others = imports.filter(({ from, to }) => to.startsWith('@actions/') && !allowed.has(from));
  assert.deepEqual(others, []);
});

test('the script never reaches @actions/*', () => {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { from, to, onlyTypes } of imports) if (from === file && !onlyTypes) visit(to);
  };
  visit('src/script.ts');
  assert.deepEqual(
    [...reached].filter((file) => file.startsWith('@actions/')),
    [],
  );
});

test('there are no cycles', () => {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    assert.equal(start, -1, `cycle: ${[...path.slice(start), file].join(' → ')}`);
    if (done.has(file)) return;
    path.push(file);
    for (const { from, to, onlyTypes } of imports) if (from === file && !onlyTypes) visit(to);
    path.pop();
    done.add(file);
  };
  for (const file of files) visit(file);
});

test('report, catalog, lineage and the diff do no I/O', () => {
  const pure = /^src\/(report|catalog|lineage)\/|^src\/plan\/(diff|guard|mark|plan|outcome)/;
  const doesIo =
    /^(node:(fs|http|https|net|tls|child_process|process|dns)|node-fetch$)|^src\/(http|openmetadata|host|demo)\//;
  const wrong = imports.filter(({ from, to, onlyTypes }) => pure.test(from) && doesIo.test(to) && !onlyTypes);
  assert.deepEqual(wrong, []);
});

test('report and host know only values', () => {
  const wrong = imports.filter(
    ({ from, to, onlyTypes }) =>
      /^src\/(report|host)\//.test(from) && /^src\/(mode|openmetadata|http)\//.test(to) && !onlyTypes,
  );
  assert.deepEqual(wrong, []);
});

test('there is no dynamic import and no file beside the bundle', () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /\bimport\(/, file);
    assert.doesNotMatch(text, /__dirname|import\.meta\.dirname/, file);
  }
});

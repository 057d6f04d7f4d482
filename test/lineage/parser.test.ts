import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as sdk from '@polyglot-sql/sdk/manual';
import { DIALECTS } from '../../src/lineage/dialect.ts';
import { createParser, type RawParse } from '../../src/lineage/parser/create-parser.ts';
import { loadParser, unpackWasm } from '../../src/lineage/parser/load-parser.ts';
import { polyglotDialect } from '../../src/lineage/parser/polyglot-dialect.ts';
import { passesSelfTest } from '../../src/lineage/parser/self-test.ts';
import { tooHeavy } from '../../src/lineage/parser/too-heavy.ts';
import { lex } from '../../src/lineage/sql/lexer.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('the WASM inside is the one of the installed package', () => {
  const installed = readFileSync('node_modules/@polyglot-sql/sdk/dist/polyglot_sql.wasm');
  assert.equal(sha256(unpackWasm()), sha256(installed));
});

test('the parser knows every dialect by the name that it is given', async () => {
  await loadParser();
  for (const dialect of DIALECTS) {
    const result = sdk.parse('SELECT a FROM t', polyglotDialect(dialect));
    assert.ok(result.success, `${dialect}: ${JSON.stringify(result)}`);
  }
  assert.ok(!sdk.parse('SELECT a FROM t', 'no such dialect').success);
});

test('a statement becomes its trees', async () => {
  const result = (await loadParser()).parse('SELECT a FROM t', 'postgres');
  assert.ok(result.ok);
  assert.equal(result.statements.length, 1);
});

test('an error names the line and says it in words', async () => {
  const result = (await loadParser()).parse('SELECT a\nFROM t\nWHERE )', 'postgres');
  assert.ok(!result.ok && !result.off);
  assert.equal(result.line, 3);
  assert.doesNotMatch(result.message, /line \d/);
});

test('a parser is loaded again at no cost and works as before', async () => {
  const [one, other] = await Promise.all([loadParser(), loadParser()]);
  assert.ok(one.parse('SELECT 1', 'postgres').ok);
  assert.ok(other.parse('SELECT 1', 'postgres').ok);
});

const POISONED: readonly { readonly says: string; readonly parse: RawParse }[] = [
  {
    says: 'throws',
    parse: () => {
      throw new Error('unreachable');
    },
  },
  {
    says: 'trapped inside its package',
    parse: () => ({ success: false, error: 'WASM parse failed: unreachable' }),
  },
];
for (const { says, parse } of POISONED) {
  test(`a parser that ${says} is not asked again, and says so once`, () => {
    let calls = 0;
    const parser = createParser((sql, dialect) => {
      calls += 1;
      return parse(sql, dialect);
    }, null);
    const first = parser.parse('SELECT 1', 'postgres');
    assert.ok(!first.ok && first.off);
    assert.match(first.message ?? '', /parser is off.*unreachable/);
    assert.deepEqual(parser.parse('SELECT 1', 'postgres'), { ok: false, off: true, message: null });
    assert.equal(calls, 1);
  });
}

test('a parser that cannot be started is off from the beginning', () => {
  const parser = createParser(() => assert.fail('asked'), 'no WebAssembly here');
  const first = parser.parse('SELECT 1', 'postgres');
  assert.ok(!first.ok && first.off && first.message?.includes('no WebAssembly here'));
});

test('statements of more than 2 MB are not parsed', () => {
  const parser = createParser(() => assert.fail('asked'), null);
  const result = parser.parse(`SELECT '${'x'.repeat(2_000_000)}'`, 'postgres');
  assert.ok(!result.ok && !result.off);
});

test('the self-test passes for the parser and fails for another tree', async () => {
  await loadParser();
  assert.ok(passesSelfTest((sql, dialect) => sdk.parse(sql, dialect)));
  const wrong: readonly ReturnType<RawParse>[] = [
    { success: false, error: 'no' },
    { success: true, ast: [] },
    { success: true, ast: [{ select: {} }] },
    {
      success: true,
      ast: [{ select: { expressions: [{ column: { name: 'a' } }], from: { expressions: [] } } }],
    },
  ];
  for (const result of wrong) assert.ok(!passesSelfTest(() => result), JSON.stringify(result));
});

const HEAVY: Readonly<Record<string, string>> = {
  brackets: `SELECT ${'('.repeat(300)}1${')'.repeat(300)}`,
  subscripts: `SELECT a${'['.repeat(300)}1`,
  casts: `SELECT a${'::int'.repeat(3_000)}`,
  fields: `SELECT a${'.b'.repeat(3_000)}`,
  concatenations: `SELECT a${' || b'.repeat(3_000)}`,
  words: `SELECT 1${', a.b'.repeat(30_000)} FROM t`,
};
for (const [says, sql] of Object.entries(HEAVY)) {
  test(`too many ${says} are not for the parser`, () => {
    assert.notEqual(tooHeavy(lex(sql, 'postgres')), null);
  });
}

test('what people write is not too heavy', () => {
  const conditions = Array.from({ length: 5_000 }, (_, at) => `AND a${at} = ${at}`).join(' ');
  const columns = Array.from({ length: 5_000 }, (_, at) => `a${at}::int AS b${at}`).join(', ');
  assert.equal(tooHeavy(lex(`SELECT ${columns} FROM t WHERE 1 = 1 ${conditions}`, 'postgres')), null);
});

test('no chain that is let through poisons the parser', async () => {
  const parser = await loadParser();
  const links = [
    '::int',
    '.b',
    '[1]',
    '.f()',
    "->'x'",
    ' COLLATE x',
    ' IS NULL',
    ' || b',
    ' + b',
    ' * b',
    ' = b',
    ' ?? b',
  ];
  for (const link of links) {
    for (const size of [100, 400, 660]) {
      const sql = `SELECT a${link.repeat(size)} FROM t`;
      if (tooHeavy(lex(sql, 'postgres')) !== null) continue;
      const result = parser.parse(sql, 'postgres');
      assert.ok(result.ok || !result.off, `${size} × ${link}`);
    }
  }
  assert.ok(parser.parse('SELECT 1', 'postgres').ok);
});

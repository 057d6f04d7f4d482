import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HttpError, type HttpErrorKind } from '../../src/http/http-error.ts';
import { VERDICTS } from '../../src/lineage/sources.ts';
import { runReportSchema } from '../../src/report/run-report-schema.ts';

/** The stand-ins speak Mode's and OpenMetadata's codes; a report hands on those of others. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !/^(?:demo|report)\//.test(file))
  .map((file) => ({
    file,
    text: readFileSync(`src/${file}`, 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gm, ''),
  }));

/** Functions of ours whose first parameter is a code: called in their own file or, when exported, in those that import them. */
const HELPER = /(export )?(?:const|function) (\w+)(?: = )?\(\s*code: string/g;
const helpersIn = (text: string) =>
  [...text.matchAll(HELPER)].map(([, exported, name = '']) => ({ name, exported: exported !== undefined }));
const exported = sources.flatMap(({ text }) => helpersIn(text)).filter((helper) => helper.exported);

/** The first argument of every call that takes a code. */
const CALLS = sources.flatMap(({ file, text }) => {
  const imported = exported.filter(({ name }) => new RegExp(`^import .*\\b${name}\\b`, 'm').test(text));
  const names = [...helpersIn(text), ...imported].map(({ name }) => name);
  const call = new RegExp(
    `(?<!function )\\b(?:${['new IngestError', 'new PatternError', ...names].join('|')})\\(\\s*([^\\s,)]+)`,
    'g',
  );
  return [...text.matchAll(call)].map(([, code = '']) => ({ file, code }));
});

/** What a code is given as, to the end of the expression: it may choose between two. */
const FIELD = /\bcode: ([^,;\n}]+)/g;
const LITERAL = /'([a-z]+(?:-[a-z]+)*)'/g;
/** Not ours: what zod calls an issue of a schema's own making. */
const ZODS = 'custom';

const literals = (text: string) => [...text.matchAll(LITERAL)].map(([, code = '']) => code);

/** Every kind, or this does not compile. */
const KINDS: Readonly<Record<HttpErrorKind, true>> = {
  status: true,
  timeout: true,
  network: true,
  'not-json': true,
  'too-large': true,
  redirect: true,
  cancelled: true,
};
const isKind = (name: string): name is HttpErrorKind => Object.hasOwn(KINDS, name);

const httpCodes = Object.keys(KINDS)
  .filter(isKind)
  .flatMap((kind) =>
    [400, 401, 403, 404, 429, 500].flatMap((status) =>
      [true, false].map((tls) => new HttpError({ kind, status, tls, message: '', next: '' }).code),
    ),
  );

const codes = new Set([
  ...CALLS.flatMap(({ code }) => literals(code)),
  ...sources.flatMap(({ text }) => [...text.matchAll(FIELD)].flatMap(([, given = '']) => literals(given))),
  ...sources.flatMap(({ text }) =>
    [...text.matchAll(/\bsuper\(\s*(.*)/g)].flatMap(([, given = '']) => literals(given)),
  ),
  ...httpCodes,
  ...VERDICTS,
  ...runReportSchema.shape.status.options,
]);
codes.delete(ZODS);

const entries = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| (.+) \| (.+) \|$/gm)];

test('every code that is given stands in the source as it is', () => {
  assert.ok(exported.length > 0);
  assert.ok(CALLS.length > 30);
  assert.deepEqual(
    CALLS.filter(({ code }) => literals(code).length === 0),
    [],
  );
});

test('docs/errors.md has an entry for every code, and for no other', () => {
  const documented = entries.map(([, code]) => code);
  assert.deepEqual(documented.toSorted(), [...codes].toSorted());
});

test('every entry tells a cause and a next step', () => {
  for (const [, code, cause = '', next = ''] of entries) {
    assert.match(cause, /^[\p{Lu}`].*\.$/u, `${code}: ${cause}`);
    assert.match(next, /^[\p{Lu}`].*\.$/u, `${code}: ${next}`);
  }
});

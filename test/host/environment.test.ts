import assert from 'node:assert/strict';
import process from 'node:process';
import { type TestContext, test } from 'node:test';
import { environment } from '../../src/host/environment.ts';

function set(context: TestContext, values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values);
  context.after(() => {
    for (const name of Object.keys(values)) delete process.env[name];
  });
}

test('a variable is read by its name', (context) => {
  set(context, { MODE_INGEST_TEST: 'value', HTTPS_PROXY: 'http://proxy.example.com' });
  assert.equal(environment().MODE_INGEST_TEST, 'value');
  assert.equal(environment().HTTPS_PROXY, 'http://proxy.example.com');
  assert.equal(environment().MODE_INGEST_UNSET, undefined);
});

test('on Deno nobody is asked for a permission to read the proxy', (context) => {
  set(context, { MODE_INGEST_TEST: 'value', HTTPS_PROXY: 'http://proxy.example.com' });
  for (const state of ['prompt', 'granted']) {
    Object.defineProperty(globalThis, 'Deno', {
      value: { permissions: { querySync: () => ({ state }) } },
      configurable: true,
    });
    context.after(() => Reflect.deleteProperty(globalThis, 'Deno'));
    assert.equal(environment().MODE_INGEST_TEST, 'value');
    assert.equal(environment().HTTPS_PROXY, state === 'granted' ? 'http://proxy.example.com' : undefined);
  }
});

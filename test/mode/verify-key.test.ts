import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Misbehaviour } from '../../src/demo/stand-in-server.ts';
import { IngestError } from '../../src/errors.ts';
import { smallWorkspace } from './small-workspace.ts';
import { type ClientOptions, clientOf, walk, withMode } from './walk.ts';

const REFUSED: readonly {
  what: string;
  options?: ClientOptions;
  verify?: Misbehaviour;
  code: string;
  exitCode: number;
  says: RegExp;
}[] = [
  {
    what: 'a wrong secret',
    options: { secret: 'wrong-secret-canary' },
    code: 'mode-unauthorized',
    exitCode: 3,
    says: /accessToken .*accessTokenPassword/,
  },
  {
    what: 'a key without the right to use the API',
    verify: { status: 403, json: { id: 'forbidden', message: 'no' } },
    code: 'mode-forbidden',
    exitCode: 3,
    says: /admin/,
  },
  {
    what: 'a key of another workspace',
    options: { workspaceName: 'other' },
    code: 'mode-workspace',
    exitCode: 2,
    says: /"acme".*"other"/,
  },
  { what: 'a sign-in page', verify: 'html', code: 'http-not-json', exitCode: 4, says: /./ },
  {
    what: 'some other server',
    verify: { status: 200, json: { status: 'ok' } },
    code: 'mode-verify',
    exitCode: 2,
    says: /hostPort/,
  },
  { what: 'no body', verify: { status: 204 }, code: 'mode-verify', exitCode: 2, says: /hostPort/ },
];

for (const { what, options, verify, code, exitCode, says } of REFUSED) {
  test(`${what} ends the walk with ${code}, and nothing else is asked`, async () => {
    await withMode(smallWorkspace(), async (mode) => {
      if (verify !== undefined) mode.addFault({ path: /verify/, does: verify });
      const error = await walk(mode, {}, { attempts: 1, ...options }).then(
        () => assert.fail('it was accepted'),
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof IngestError);
      assert.equal(error.code, code);
      assert.equal(error.exitCode, exitCode);
      assert.match(`${error.message} ${error.next}`, says);
      assert.doesNotMatch(`${error.message} ${error.next}`, /canary|demo-secret/);
      assert.deepEqual(
        mode.requests.map(({ path }) => path),
        ['/api/verify'],
      );
    });
  });
}

test('the workspace’s name is compared without regard to case, and the key’s scope is told', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const { client, close } = clientOf(mode, { workspaceName: 'ACME' });
    assert.deepEqual(await client.verify(), { workspace: 'acme', scope: 'workspace' });
    close();
  });
});

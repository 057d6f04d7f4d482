import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { StepRun } from './runner.ts';
import type { Scene } from './scene.ts';

/** What must hold of every step, whatever it does. `texts` is what else it left for people to read. */
export function assertInvariants(
  run: StepRun,
  scene: Scene,
  more: { readonly secrets?: readonly string[]; readonly texts?: readonly string[] } = {},
): void {
  const { MODE_ACCESS_TOKEN: token, MODE_ACCESS_TOKEN_PASSWORD: password } = scene.env;
  const pair = Buffer.from(`${token}:${password}`).toString('base64');
  for (const canary of [...Object.values(scene.env), pair, ...(more.secrets ?? [])]) {
    assert.ok(!run.log.includes(canary), 'a secret in the log');
    assert.ok(!(run.summary ?? '').includes(canary), 'a secret in the summary');
    assert.ok(!JSON.stringify(run.outputs).includes(canary), 'a secret in the outputs');
    for (const text of more.texts ?? []) assert.ok(!text.includes(canary), 'a secret in a comment');
    for (const path of ['report-path', 'summary-path', 'html-path'].map((name) => run.outputs[name]))
      if (path !== undefined)
        assert.ok(!run.read(resolve(scene.folder, path)).includes(canary), `a secret in ${path}`);
    const unmasked = run.raw
      .split('\n')
      .filter((line) => line.includes(canary) && !line.startsWith('::add-mask::'));
    assert.deepEqual(unmasked, [], 'a secret that only the runner hid');
  }
  const known = new Set(['add-mask', 'debug', 'group', 'endgroup', 'notice', 'warning', 'error']);
  assert.deepEqual(
    run.commands.filter(({ name }) => !known.has(name)),
    [],
    'a workflow command that is not ours',
  );
  for (const type of ['error', 'warning', 'notice'])
    assert.ok(run.annotations.filter((annotation) => annotation.type === type).length <= 10);
}

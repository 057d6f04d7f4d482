import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const SCRIPT = pathToFileURL(resolve('build/src/script.js')).href;
const SET = 'the engine was told';

/** Runs a program in a process of its own, in which each flag that is set for the engine is told instead. */
const run = (args: readonly string[], { refuses = false } = {}) => {
  const told = `import v8 from 'node:v8';
    import { syncBuiltinESMExports } from 'node:module';
    v8.setFlagsFromString = (flag) => {
      console.log('${SET}', flag);
      if (${refuses}) throw new Error('not implemented');
    };
    syncBuiltinESMExports();`;
  const preload = `data:text/javascript,${encodeURIComponent(told)}`;
  return spawnSync(process.execPath, ['--import', preload, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
};

describe('the memory of the process is spared', () => {
  test('by the script and by the action', () => {
    assert.match(run([resolve('build/src/script.js'), '--version']).stdout, new RegExp(SET));
    assert.match(run([resolve('build/src/action.js')]).stdout, new RegExp(SET));
  });

  test('where the engine can: nothing depends on it', () => {
    const { status, stdout, stderr } = run([resolve('build/src/script.js'), '--version'], { refuses: true });
    assert.equal(status, 0, stderr);
    assert.match(stdout, new RegExp(`^${SET}.*\\n\\S+\\n$`));
  });

  test('by no library: the process is its caller’s', () => {
    const program = `import { Workflow } from ${JSON.stringify(SCRIPT)};
      await Workflow.create('source: {}', { env: {} }).catch(({ code }) => console.log(code));`;
    const { status, stdout, stderr } = run(['--input-type=module', '--eval', program]);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, 'configuration\n');
  });

  test('with flags that the engine knows', () => {
    // A flag that it does not know is told on standard error and otherwise ignored.
    const { status, stderr } = spawnSync(process.execPath, [resolve('build/src/script.js'), '--version'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    assert.deepEqual([status, stderr], [0, '']);
  });
});

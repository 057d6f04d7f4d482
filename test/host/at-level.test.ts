import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOGGER_LEVELS } from '../../src/config/workflow-config.ts';
import { atLevel } from '../../src/host/at-level.ts';
import { silentHost } from '../../src/host/silent-host.ts';

const SAYS = {
  DEBUG: ['info debug', 'info info', 'warning warning', 'error error'],
  INFO: ['debug debug', 'info info', 'warning warning', 'error error'],
  WARN: ['debug debug', 'warning warning', 'error error'],
  ERROR: ['debug debug', 'error error'],
} as const;

for (const level of LOGGER_LEVELS) {
  test(`loggerLevel ${level} says ${SAYS[level].join(', ')}`, () => {
    const said: string[] = [];
    const kinds = ['debug', 'info', 'warning', 'error'] as const;
    const listening = Object.fromEntries(
      kinds.map((kind) => [kind, (text: string) => said.push(`${kind} ${text}`)]),
    );
    const host = atLevel({ ...silentHost, ...listening }, level);
    for (const kind of kinds) host[kind](kind);
    assert.deepEqual(said, SAYS[level]);
  });
}

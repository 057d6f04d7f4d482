import process from 'node:process';

/** A runtime that the bundles must work on. `run` is the command line in front of the script. */
export interface Runtime {
  readonly name: string;
  readonly kind: 'node' | 'deno';
  readonly path: string;
}

const given = (variable: string, name: string, kind: Runtime['kind']): readonly Runtime[] => {
  const path = process.env[variable];
  return path === undefined || path === '' ? [] : [{ name, kind, path }];
};

/** The Node that runs the tests, and those that the environment names (`.ci/run` installs them). */
export const RUNTIMES: readonly Runtime[] = [
  { name: `node ${process.versions.node.split('.')[0]}`, kind: 'node', path: process.execPath },
  ...given('CONTRACT_NODE_24', 'node 24 (named)', 'node'),
  ...given('CONTRACT_DENO', 'deno', 'deno'),
];

/** The Node that the action runs on: 24 where it is named, else the one that runs the tests. */
export const ACTION_NODE: string = process.env.CONTRACT_NODE_24 || process.execPath;

import type { Trigger } from './trigger.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The runner's tokens, and inputs: one of another name may hold a secret for somebody else. */
const NOT_FOR_FILES = /^(?:ACTIONS_|INPUT_)|^GITHUB_TOKEN$/;

/** The environment as a configuration may name it: a fork's may name any variable, so it sees none. */
export const fileEnv = (env: Env, { fromFork }: Pick<Trigger, 'fromFork'>): Env =>
  fromFork ? {} : Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_FOR_FILES.test(name)));

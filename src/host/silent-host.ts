import type { Host } from './host.ts';

/** A host that says nothing: the library's default. */
export const silentHost: Host = {
  debug() {},
  info() {},
  warning() {},
  error() {},
  finding() {},
  mask() {},
  group: (_title, work) => work(),
  progress() {},
};

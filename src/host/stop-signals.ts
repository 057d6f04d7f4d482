import process from 'node:process';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Calls `stop` at the first SIGINT or SIGTERM. From then on they do again what they do to any process: a second one ends it at once.
 * The function that comes back stops listening.
 */
export function onStopSignal(stop: (signal: (typeof SIGNALS)[number]) => void): () => void {
  const listen = (signal: NodeJS.Signals): void => {
    release();
    const heard = SIGNALS.find((name) => name === signal);
    if (heard !== undefined) stop(heard);
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, listen);
  };
  for (const signal of SIGNALS) process.on(signal, listen);
  return release;
}

/** What a user who pressed Ctrl-C is told. */
export const STOPPING =
  'no more is read, what is whole is written, nothing is deleted; once more ends at once';

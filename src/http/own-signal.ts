import { setMaxListeners } from 'node:events';

/**
 * A signal that aborts with the outer one. Requests listen by the hundred, which Node takes for a leak: they listen to a signal of
 * our own, and the caller's has one listener.
 */
export function ownSignal(outer: AbortSignal | undefined): { readonly signal: AbortSignal; release(): void } {
  const own = new AbortController();
  setMaxListeners(0, own.signal);
  const follow = () => own.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow, { once: true });
  return { signal: own.signal, release: () => outer?.removeEventListener('abort', follow) };
}

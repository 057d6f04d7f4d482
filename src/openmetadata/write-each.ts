import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import { CONCURRENCY } from './concurrency.ts';

/**
 * Does one write an item, as many at once as the server takes well. After the first that throws nothing more is begun, but what is
 * under way is finished, and so its result is known, before that is thrown on.
 */
export async function writeEach<T>(items: readonly T[], write: (item: T) => Promise<unknown>): Promise<void> {
  const thrown: unknown[] = [];
  await mapConcurrently(items, CONCURRENCY, async (item) => {
    if (thrown.length > 0) return;
    try {
      await write(item);
    } catch (error) {
      thrown.push(error);
    }
  });
  if (thrown.length > 0) throw thrown[0];
}

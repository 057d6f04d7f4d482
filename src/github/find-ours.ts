import type { GitHub } from './github.ts';
import { hasMarker } from './markers.ts';

/**
 * The first of these that begins with the marker and that the token's own user wrote: anybody may copy the marker. Null when there is
 * none. Who we are is asked only when one has it.
 */
export async function findOurs<Written extends { readonly body: string; readonly author: string }>(
  written: AsyncIterable<Written>,
  marker: string,
  gitHub: Pick<GitHub, 'login'>,
): Promise<Written | null> {
  let login: string | null = null;
  for await (const each of written) {
    if (!hasMarker(each.body, marker)) continue;
    login ??= (await gitHub.login()).toLowerCase();
    if (each.author.toLowerCase() === login) return each;
  }
  return null;
}

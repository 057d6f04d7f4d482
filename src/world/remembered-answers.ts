import type { EdgeTarget, PresentEdge } from '../catalog/entities.ts';
import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import type { Connections } from '../connections.ts';
import { findOwners, type Owner } from '../openmetadata/find-owners.ts';
import { readUpstreamEdges } from '../openmetadata/read-edges.ts';

/** Questions that only a plan gives rise to. Each is asked once, however many plans are made. */
export interface RememberedAnswers {
  /** Reports that Mode does not say are gone, with why: token → reason. */
  stillThere(tokens: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** OpenMetadata's users by e-mail; those that it has none for are absent. */
  owners(emails: readonly string[]): Promise<ReadonlyMap<string, Owner>>;
  /** The catalog's edges into each target, by FQN. */
  edgesInto(targets: readonly EdgeTarget[]): Promise<ReadonlyMap<string, readonly PresentEdge[]>>;
}

const ASKED_AT_ONCE = 8;

export function rememberAnswers(
  { mode, openMetadata }: Pick<Connections, 'mode' | 'openMetadata'>,
  onProgress: (stage: string, done: number, total: number | null) => void,
): RememberedAnswers {
  const known = new Map<string, EdgeTarget>();
  const stillThere = rememberEach((tokens: readonly string[]) => askMode(tokens));
  const owners = rememberEach((emails: readonly string[]) => findOwners(openMetadata, emails));
  const edges = rememberEach(async (keys: readonly string[]) => {
    const targets = keys.flatMap((fqn) => known.get(fqn) ?? []);
    return readUpstreamEdges(openMetadata, targets, onProgress);
  });
  const askMode = async (tokens: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const answers = await mapConcurrently(
      tokens,
      ASKED_AT_ONCE,
      async (token) => [token, await mode.stillThere(token)] as const,
    );
    return new Map(answers.filter((answer): answer is readonly [string, string] => answer[1] !== null));
  };
  return {
    stillThere,
    owners,
    edgesInto(targets) {
      for (const target of targets) known.set(target.fqn, target);
      return edges(targets.map(({ fqn }) => fqn));
    },
  };
}

/** Asks only for the keys that were not asked for before, and answers for just those that are asked for now. */
function rememberEach<Value>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>> {
  const asked = new Set<string>();
  const answers = new Map<string, Value>();
  return async (keys) => {
    const fresh = [...new Set(keys)].filter((key) => !asked.has(key));
    if (fresh.length > 0) for (const [key, value] of await ask(fresh)) answers.set(key, value);
    for (const key of fresh) asked.add(key);
    return new Map(
      keys.flatMap((key) => {
        const answer = answers.get(key);
        return answer === undefined ? [] : [[key, answer] as const];
      }),
    );
  };
}

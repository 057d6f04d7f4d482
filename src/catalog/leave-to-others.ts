import { isInShard } from '../config/is-in-shard.ts';
import type { Shard } from '../config/shard.ts';
import type { Workspace } from '../mode/workspace.ts';
import type { PresentCatalog, WantedCatalog } from './entities.ts';

/**
 * What a shard is to keep of what it has read. Each reads every dataset, since reports of any collection may import it; the one that has
 * its collection keeps its data models. The others leave those alone, and only make what is missing, for edges to lead from: two that
 * PATCH an entity at once get in each other's way, while equal PUTs do not (1.12.6). No shard vouches for a dataset that has changed:
 * only the sweep sees all the dashboards that it may lead to.
 */
export function leaveToOthers(
  wanted: WantedCatalog,
  present: Pick<PresentCatalog, 'dataModels'>,
  { reports, recalled }: Pick<Workspace, 'reports' | 'recalled'>,
  shard: Shard,
): WantedCatalog {
  const others = new Set(
    [...reports, ...recalled]
      .filter(
        ({ kind, token, collectionToken }) =>
          kind === 'dataset' && !isInShard(collectionToken ?? token, shard),
      )
      .map(({ token }) => token),
  );
  const ofDatasets = wanted.dataModels.filter(({ dashboard }) => dashboard === null);
  const left = ofDatasets.filter(({ name }) => others.has(name.split('.', 1)[0] ?? ''));
  const missing = left.filter(({ fqn }) => present.dataModels.get(fqn)?.deleted !== false);
  const fqns = new Set(left.map(({ fqn }) => fqn));
  return {
    ...wanted,
    // Tags are taken away by PATCH: without any, all stay.
    dataModels: [
      ...wanted.dataModels.filter((model) => !fqns.has(model.fqn)),
      ...missing.map((model) => ({ ...model, tags: [] })),
    ],
    edges: wanted.edges.filter(({ to }) => !fqns.has(to.fqn)),
    edgesUnknown: new Set([...wanted.edgesUnknown, ...ofDatasets.map(({ fqn }) => fqn)]),
  };
}

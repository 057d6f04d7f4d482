import type { WorkflowConfig } from '../config/workflow-config.ts';
import { complete } from '../mode/reading.ts';
import type { LeftOut, Workspace } from '../mode/workspace.ts';
import { type Admission, lists } from './admissions.ts';

/**
 * A workspace that was read for several configurations, as a run of one of them alone would have read it: what the others let in is left
 * out, each with this configuration's own reason. Pure.
 */
export function viewOf(
  read: Workspace,
  config: WorkflowConfig,
  admissions: ReadonlyMap<string, Admission>,
): Workspace {
  const { includeDataModels, includeOwners } = config.source;
  const isIn = ({ token }: { readonly token: string }) => (admissions.get(token)?.state ?? 'in') === 'in';
  const refused = ({ token, name, because }: LeftOut): readonly LeftOut[] => {
    const admitted = admissions.get(token);
    if (admitted?.state === 'unseen') return [];
    return [{ token, name, because: admitted?.state === 'out' ? admitted.because : because }];
  };
  const all = [...read.reports, ...read.recalled];
  const others = all.filter((report) => !isIn(report)).map((report) => ({ ...report, because: '' }));
  return {
    ...read,
    collections: {
      ...read.collections,
      // Keeps the state: what is complete stays so with fewer.
      items: read.collections.items
        .filter((collection) => lists(config, collection))
        .map((collection) => (includeDataModels ? collection : { ...collection, datasets: complete([]) })),
    } as Workspace['collections'],
    members: includeOwners ? read.members : complete([]),
    reports: read.reports.filter(isIn),
    recalled: read.recalled.filter(isIn),
    leftOut: [...read.leftOut, ...others].flatMap(refused),
  };
}

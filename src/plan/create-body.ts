import type { Capabilities } from '../openmetadata/capabilities.ts';
import type { CreateBody } from '../openmetadata/catalog-writer.ts';
import type { WantedEntity } from './plan.ts';

/** The values of an entity that are to stand after the run, whoever wrote them. */
export interface Standing {
  readonly displayName: string;
  readonly description: string;
  /** Null leaves the owners as they are. */
  readonly owner: { readonly id: string; readonly type: string } | null;
  readonly charts: readonly string[];
  readonly dataModels: readonly string[];
  readonly dashboards: readonly string[];
  readonly columns: readonly Readonly<Record<string, unknown>>[];
  readonly chartType: string | null;
  /** Null for a new data model: the writer knows the best type. */
  readonly dataModelType: string | null;
}

/** The createX request, `sourceHash` left out: every field in full, since what a PUT leaves out becomes null (1.12.6). */
export function createBody(
  wanted: WantedEntity,
  standing: Standing,
  service: string,
  capabilities: Capabilities,
): CreateBody {
  const common = {
    name: wanted.name,
    service,
    displayName: standing.displayName,
    ...(standing.description === '' ? {} : { description: standing.description }),
    ...(wanted.tags.length === 0 ? {} : { tags: wanted.tags.map(tagLabel) }),
    ...(standing.owner === null ? {} : ownerField(standing.owner, capabilities)),
  };
  // What they share comes last: Node 20 gives an object that begins with another's fields a shape of its own, 350 bytes.
  switch (wanted.kind) {
    case 'chart':
      return {
        chartType: standing.chartType ?? 'Other',
        sourceUrl: wanted.sourceUrl,
        ...(capabilities.chartDashboards ? { dashboards: standing.dashboards } : {}),
        ...common,
      };
    case 'dashboardDataModel':
      return {
        sql: wanted.sql,
        columns: standing.columns,
        ...(capabilities.dataModelSourceUrl ? { sourceUrl: wanted.sourceUrl } : {}),
        ...(standing.dataModelType === null ? {} : { dataModelType: standing.dataModelType }),
        ...common,
      };
    case 'dashboard':
      return {
        sourceUrl: wanted.sourceUrl,
        ...(wanted.project === null ? {} : { project: wanted.project }),
        charts: standing.charts,
        dataModels: standing.dataModels,
        ...common,
      };
  }
}

export const tagLabel = (tagFQN: string) => ({
  tagFQN,
  source: 'Classification',
  labelType: 'Automated',
  state: 'Confirmed',
});

const ownerField = (owner: { readonly id: string; readonly type: string }, { ownersField }: Capabilities) =>
  ownersField === 'owners' ? { owners: [owner] } : { owner };

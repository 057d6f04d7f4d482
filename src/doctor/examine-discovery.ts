import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { DiscoveryClient } from '../mode/discovery/discovery-client.ts';
import { type Check, checksAbout } from './check.ts';

const { ok, warning } = checksAbout('Mode');

/** Whether Discovery can be had, and how much it lists. Nothing where a run does not use it. */
export async function examineDiscovery(
  client: DiscoveryClient | null,
  { mode, source }: Pick<WorkflowConfig, 'mode' | 'source'>,
): Promise<readonly Check[]> {
  if (client === null || source.modeRead === 'rest') return [];
  const personal = mode.filterQueryParam === 'all';
  const [reports, queries, charts] = await Promise.all([
    client.open('reports', { personal }),
    client.open('queries', { personal }),
    client.open('charts', { personal }),
  ]);
  const all = [reports, queries, charts];
  const failure = all.find((resource) => resource.failure !== null)?.failure;
  if (failure) {
    return [
      warning(
        `Discovery cannot be read, so a run will use REST: ${failure}`,
        'Check the signature token (it ends with the membership of its creator, and on its expiry date) and that the plan has Discovery; or set modeRead: rest.',
      ),
    ];
  }
  const [inReports, inQueries, inCharts] = all.map(({ total }) => total ?? 'some');
  const pages = all.reduce((sum, resource) => sum + Math.max(1, resource.pages), 0);
  return [
    ok(
      `Discovery answers: ${inReports} reports, ${inQueries} queries and ${inCharts} charts, in ${pages} calls that stand in place of most of those.`,
    ),
  ];
}

import type { ReportedDashboard, ReportedEntity, RunReport } from './run-report.ts';

/** An asset of a report, and the dashboard that it stands under (itself, for a dashboard). */
interface Named {
  readonly asset: ReportedEntity;
  readonly dashboard: ReportedDashboard;
}

/** The assets of a report by FQN. Tables are not among them: their FQN is their name. */
export type AssetNames = ReadonlyMap<string, Named>;

export function assetNames({ dashboards }: Pick<RunReport, 'dashboards'>): AssetNames {
  const names = new Map<string, Named>();
  for (const dashboard of dashboards) {
    for (const asset of [dashboard, ...dashboard.charts, ...dashboard.dataModels]) {
      names.set(asset.fqn, { asset, dashboard });
    }
  }
  return names;
}

/** With the dashboard's name before that of a chart or data model: many dashboards have a query of the same name. */
export const assetPath = ({ asset, dashboard }: Named): string =>
  asset === dashboard ? asset.name : `${dashboard.name} › ${asset.name}`;

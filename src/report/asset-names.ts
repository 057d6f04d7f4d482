import type { RunReport } from './run-report.ts';

export interface AssetName {
  readonly kind: 'dashboard' | 'model' | 'chart';
  readonly name: string;
  /** With the dashboard's name before that of a chart or data model: many dashboards have a query of the same name. */
  readonly path: string;
}

/** How the assets of a report are called, by FQN. Tables are not among them: their FQN is their name. */
export function assetNames({ dashboards }: Pick<RunReport, 'dashboards'>): ReadonlyMap<string, AssetName> {
  const names = new Map<string, AssetName>();
  for (const { kind, fqn, name, charts, dataModels } of dashboards) {
    names.set(fqn, { kind: kind === 'dashboardDataModel' ? 'model' : kind, name, path: name });
    for (const chart of charts)
      names.set(chart.fqn, { kind: 'chart', name: chart.name, path: `${name} › ${chart.name}` });
    for (const model of dataModels)
      names.set(model.fqn, { kind: 'model', name: model.name, path: `${name} › ${model.name}` });
  }
  return names;
}

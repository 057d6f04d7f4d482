/** What a server of a given version can do. What the version leaves unsure is probed while writing, by `CatalogWriter`. */
export interface Capabilities {
  /** `owner` (one reference) up to 1.4, `owners` (a list) since 1.5. */
  readonly ownersField: 'owner' | 'owners';
  /** Entities carry `sourceHash` (certain since 1.4). */
  readonly sourceHash: boolean;
  /** createDashboardDataModel takes `sourceUrl`. */
  readonly dataModelSourceUrl: boolean;
  /** createChart takes `dashboards`, and a PUT without them detaches the chart. */
  readonly chartDashboards: boolean;
  /** A bulk PUT may exist. */
  readonly bulk: boolean;
  /** A pipeline's status takes counts of its steps. */
  readonly stepSummary: boolean;
  /** A pipeline's status can be `stopped`. */
  readonly stoppedState: boolean;
  /** Types to try for a new data model, best first; the last is known to every version. */
  readonly dataModelTypes: readonly string[];
}

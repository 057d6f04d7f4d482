/** What a server of a given version knows. Each switch names the first version that has it; where releases between were not at hand, the later bound. */
export interface Features {
  readonly version: string;
  /** `owners` and its list since 1.5; `owner` and one reference before. */
  readonly owners: boolean;
  /** `domains` since 1.9; `domain` before. */
  readonly domains: boolean;
  readonly reviewers: boolean;
  readonly sourceHash: boolean;
  readonly patchByName: boolean;
  /** GET of one lineage edge, and PATCH of its details. */
  readonly lineageEdge: boolean;
  readonly lineageDeleteBySource: boolean;
  readonly deletesChartsWithDashboard: boolean;
  /** createChart takes `dashboards`, and a PUT without them detaches the chart. */
  readonly chartDashboards: boolean;
  readonly dataModelSourceUrl: boolean;
  readonly bulk: boolean;
  /** A bulk row whose stored `sourceHash` is the same is passed over, unless `overrideMetadata=true`. */
  readonly skipsEqualHash: boolean;
  readonly deleteStale: boolean;
  readonly modeDataModel: boolean;
  /** A pipeline's status counts its steps. */
  readonly stepSummary: boolean;
  readonly stoppedState: boolean;
  /** A pipeline shows its last five runs, not only the last. */
  readonly listsRuns: boolean;
  /** The 1.2 rule (128 word characters), the 1.4 rule (256, no `::`), the 2.0 rule (no `>`, no `"`, no control characters either). */
  readonly names: 'words' | 'no-separator' | 'strict';
}

export function featuresOf(version: string): Features {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const since = (firstMajor: number, firstMinor: number) =>
    major > firstMajor || (major === firstMajor && minor >= firstMinor);
  return {
    version,
    owners: since(1, 5),
    domains: since(1, 9),
    reviewers: since(1, 12),
    sourceHash: since(1, 4),
    patchByName: since(1, 4),
    lineageEdge: since(1, 4),
    lineageDeleteBySource: since(1, 6),
    deletesChartsWithDashboard: since(1, 9),
    chartDashboards: since(1, 11),
    dataModelSourceUrl: since(1, 9),
    bulk: since(1, 11),
    skipsEqualHash: since(2, 0),
    deleteStale: since(2, 0),
    modeDataModel: since(2, 1),
    stepSummary: since(1, 4),
    stoppedState: since(1, 12),
    listsRuns: since(2, 0),
    names: since(2, 0) ? 'strict' : since(1, 4) ? 'no-separator' : 'words',
  };
}

/** The three kinds of entity that a run keeps in the catalog; the values are OpenMetadata's entity types. */
export type EntityKind = 'chart' | 'dashboardDataModel' | 'dashboard';

/** OpenMetadata's chart types that Mode's types map to. */
export type ChartType =
  | 'Line'
  | 'Table'
  | 'Bar'
  | 'Area'
  | 'Pie'
  | 'Histogram'
  | 'Scatter'
  | 'Text'
  | 'BoxPlot'
  | 'Other';

/** The classifications that belong to this product. */
export const OUR_CLASSIFICATIONS = ['ModeCollection', 'ModeReport'] as const;
export type Classification = (typeof OUR_CLASSIFICATIONS)[number];

/** A tag to have: created as needed. */
export interface WantedTag {
  readonly classification: Classification;
  readonly name: string;
  readonly fqn: string;
  readonly description: string;
}

interface Wanted {
  readonly name: string;
  readonly fqn: string;
  /** Null when it is not known, as with the next: then it stands as it is. */
  readonly displayName: string | null;
  readonly description: string | null;
  readonly sourceUrl: string;
  /** FQNs of tags. */
  readonly tags: readonly string[];
  /** FQNs of tags of ours of which it is not known whether they are true: the catalog's stay. */
  readonly tagsUnknown?: readonly string[];
  /** True when it was not read from Mode anew: it is as the catalog has it, and what is not known of it stands. */
  readonly recalled?: true;
}

export interface WantedChart extends Wanted {
  readonly kind: 'chart';
  /** Null when it is not known: then it stands as it is. */
  readonly chartType: ChartType | null;
  readonly dashboard: string;
}

export interface WantedColumn {
  readonly name: string;
  readonly dataType: string;
}

export interface WantedDataModel extends Wanted {
  readonly kind: 'dashboardDataModel';
  readonly sql: string;
  /** Empty when they are not known: then the catalog's stay. */
  readonly columns: readonly WantedColumn[];
  /** True when these are all: then what else the catalog has goes. Otherwise, as when a read failed, they add to the catalog's. */
  readonly columnsKnown?: true;
  /** FQN of the dashboard; null for a dataset's data model. */
  readonly dashboard: string | null;
  readonly ownerEmail: string | null;
  /** Mode's id of the connection that it runs on. */
  readonly connection: string | null;
  /** What Mode's listing tells of its dataset, when all of that was read; null for a report's data model. */
  readonly row: string | null;
}

/** A list of FQNs that knows whether it is whole; one that is not may add to the catalog's list and never shortens it. */
export interface NameList {
  readonly fqns: readonly string[];
  readonly complete: boolean;
}

export interface WantedDashboard extends Wanted {
  readonly kind: 'dashboard';
  /** The collection's name. */
  readonly project: string | null;
  readonly charts: NameList;
  readonly dataModels: NameList;
  readonly ownerEmail: string | null;
  /** What Mode's listing tells of its report, when all of that was read; else null. */
  readonly row: string | null;
  /** Null when they are not asked for, or Mode does not tell. */
  readonly views: Views | null;
}

/** Views of a report in Mode. */
export interface Views {
  /** Since it was made. */
  readonly count: number;
  /** ISO 8601; null when Mode does not tell. */
  readonly madeAt: string | null;
}

/** Table → data model, table → dashboard (data models off), or data model → dashboard. */
export interface WantedEdge {
  readonly from: {
    readonly kind: 'table' | 'dashboardDataModel';
    readonly fqn: string;
    readonly id?: string;
  };
  readonly to: { readonly kind: 'dashboardDataModel' | 'dashboard'; readonly fqn: string };
  readonly sql: string | null;
  readonly columns: readonly { readonly from: readonly string[]; readonly to: string }[];
  /** True when these are all, be they none: then what else the catalog has goes. Otherwise they add to the catalog's. */
  readonly columnsKnown?: true;
  readonly conditional: boolean;
}

/** What the catalog should hold. */
export interface WantedCatalog {
  readonly service: { readonly name: string; readonly fqn: string };
  readonly tags: readonly WantedTag[];
  readonly charts: readonly WantedChart[];
  readonly dataModels: readonly WantedDataModel[];
  readonly dashboards: readonly WantedDashboard[];
  readonly edges: readonly WantedEdge[];
  /** FQNs of entities whose edges could not be worked out in full: no edge into them is removed. */
  readonly edgesUnknown: ReadonlySet<string>;
  /** Charts and data models in Mode that a filter left out: present ones stay. FQN → reason. */
  readonly keep: ReadonlyMap<string, string>;
  /** Reports in Mode of which not everything is wanted or known: what the catalog has of them stays. Token → reason. */
  readonly keepReports: ReadonlyMap<string, string>;
  /** Why no data model is wanted at all; null when they are. */
  readonly dataModelsOff: string | null;
  /** Tokens of the reports and datasets that were listed and read, whatever is left of them. */
  readonly reports: ReadonlySet<string>;
  /** Names of the collections that are in Mode. */
  readonly projects: ReadonlySet<string>;
  /** False when any listing of Mode was not read in full: then nothing is deleted. */
  readonly complete: boolean;
  /** What was not read, in prose: of Mode, and of the catalog's tables, which deletions do not depend on. */
  readonly incomplete: readonly string[];
}

interface Present {
  readonly id: string;
  readonly name: string;
  readonly fqn: string;
  readonly displayName: string | null;
  readonly description: string | null;
  readonly sourceUrl: string | null;
  readonly sourceHash: string | null;
  readonly deleted: boolean;
  /** FQNs of its tag labels, in the server's order: a JSON patch names them by index. */
  readonly tags: readonly string[];
  readonly owners: readonly { readonly id: string; readonly type: string }[];
}

export interface PresentChart extends Present {
  readonly kind: 'chart';
  readonly chartType: string | null;
  /** FQNs of the dashboards that it is attached to; empty where the server does not tell. */
  readonly dashboards: readonly string[];
}

export interface PresentDataModel extends Present {
  readonly kind: 'dashboardDataModel';
  readonly sql: string | null;
  readonly dataModelType: string;
  readonly columns: readonly PresentColumn[];
}

/** A column as it stands. `request` is what a PUT must send for it to stay so. */
export interface PresentColumn {
  readonly name: string;
  readonly dataType: string;
  readonly request: Readonly<Record<string, unknown>>;
}

export interface PresentDashboard extends Present {
  readonly kind: 'dashboard';
  readonly project: string | null;
  /** FQNs. */
  readonly charts: readonly string[];
  readonly dataModels: readonly string[];
  /** The views of the last day (`2026-11-24`) that any are recorded of; null when none are, or nobody asked. */
  readonly usage: { readonly date: string; readonly count: number } | null;
}

/** An entity whose incoming edges are of interest. */
export interface EdgeTarget {
  readonly kind: 'dashboard' | 'dashboardDataModel';
  readonly fqn: string;
}

export type PresentEntity = PresentChart | PresentDataModel | PresentDashboard;

export interface PresentEdge {
  readonly from: { readonly kind: string; readonly id: string; readonly fqn: string };
  /** `DashboardLineage` marks ours; every other source is somebody else's. */
  readonly source: string;
  /** What a human wrote on the edge; a PUT would wipe it. */
  readonly description: string | null;
  readonly sql: string | null;
  readonly columns: readonly { readonly from: readonly string[]; readonly to: string }[];
}

/** What the catalog holds of one service, soft-deleted entities included. Maps are keyed by FQN. */
export interface PresentCatalog {
  readonly service: {
    readonly id: string;
    readonly name: string;
    readonly fqn: string;
    readonly deleted: boolean;
  } | null;
  readonly charts: ReadonlyMap<string, PresentChart>;
  readonly dataModels: ReadonlyMap<string, PresentDataModel>;
  readonly dashboards: ReadonlyMap<string, PresentDashboard>;
  /** FQNs of the tags that exist in our own classifications. */
  readonly tags: ReadonlySet<string>;
}

import type { NameFilter } from './name-filter.ts';
import type { PlacedText } from './placed-texts.ts';

export const LOGGER_LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;
export type LoggerLevel = (typeof LOGGER_LEVELS)[number];

export const MODE_READS = ['auto', 'rest', 'discovery'] as const;
export type ModeRead = (typeof MODE_READS)[number];

export const CHART_DETAILS = ['auto', 'full', 'basic'] as const;
export type ChartDetails = (typeof CHART_DETAILS)[number];

/** The validated workflow YAML: every default filled in, every historical key renamed, every secret in place. */
export interface WorkflowConfig {
  /** Where it was read from, for messages: a path, or `<config>` when given as a value. */
  readonly path: string;
  /** Where its filter patterns and database services stand, for what only a run can tell of them. */
  readonly places: readonly PlacedText[];
  readonly serviceName: string;
  readonly mode: {
    /** Origin without a trailing slash, e.g. `https://app.mode.com`. */
    readonly hostPort: string;
    readonly accessToken: string;
    readonly accessTokenPassword: string;
    /** base64 of `token:key:secret`; null when there is none. */
    readonly discoveryToken: string | null;
    /** Lower-case workspace username, as in `app.mode.com/{workspaceName}`. */
    readonly workspaceName: string;
    /** `custom` leaves personal collections out on Mode's side. */
    readonly filterQueryParam: 'all' | 'custom';
    /** The most requests to Mode in any 10 s; null for what Mode allows. */
    readonly rateLimit: number | null;
  };
  readonly source: {
    /** `Service`, `Service.Db`, `Service.Db.Schema` or `Service.Db.Schema.Table`; empty means every service of a matching type. */
    readonly databasePrefixes: readonly string[];
    /** Matched against the report's name (its token when untitled). */
    readonly dashboards: NameFilter;
    /** Matched against the chart's title. */
    readonly charts: NameFilter;
    /** Matched against the query's name. */
    readonly dataModels: NameFilter;
    /** Matched against the collection's name. */
    readonly projects: NameFilter;
    /** `auto` uses Discovery where there is a token for it. */
    readonly modeRead: ModeRead;
    readonly chartDetails: ChartDetails;
    /** Reports of collections that the Discovery token sees and the API key does not list. */
    readonly includeDiscoveryOnlyCollections: boolean;
    readonly includeOwners: boolean;
    readonly includeTags: boolean;
    readonly includeDataModels: boolean;
    /** Whether the views of reports are recorded as usage of the dashboards. */
    readonly includeUsage: boolean;
    readonly markDeletedDashboards: boolean;
    readonly markDeletedDataModels: boolean;
    /** false leaves archived reports out. */
    readonly includeDraftDashboard: boolean;
    readonly overrideMetadata: boolean;
    readonly overrideLineage: boolean;
    /** Reports whose listing is as it was are not read anew: their children are taken from the catalog. */
    readonly incremental: boolean;
    /** Hours after which a report is read anew all the same; null for never. */
    readonly fullEveryHours: number | null;
  };
  readonly openMetadata: {
    /** Ends in `/api`, no trailing slash. */
    readonly hostPort: string;
    readonly authProvider: string;
    readonly jwtToken: string;
    readonly tls: {
      readonly verify: boolean;
      readonly ca?: string;
      readonly cert?: string;
      readonly key?: string;
    };
    readonly extraHeaders: Readonly<Record<string, string>>;
  };
  readonly workflow: {
    readonly loggerLevel: LoggerLevel;
    readonly raiseOnError: boolean;
    /** Per cent, 0–100. */
    readonly successThreshold: number;
    /** Minutes that a run may take; null for as long as it takes. */
    readonly timeBudget: number | null;
  };
  /** How the run is shown in OpenMetadata, if at all. */
  readonly pipeline: {
    /** `service.pipeline`: the record to tell; null for our own, where one is asked for. */
    readonly fqn: string | null;
    /** A UUID; null for a new one each run. */
    readonly runId: string | null;
    /** Whether to make the record where it is not there. */
    readonly register: boolean;
  };
  /** Rows in one bulk PUT (`sink.config.bulk_sink_batch_size`). */
  readonly bulkSize: number;
}

/** One thing found while reading a configuration, at its place. Lines and columns count from 1. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly message: string;
  readonly next?: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

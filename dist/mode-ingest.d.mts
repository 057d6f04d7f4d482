// The library inside mode-ingest.mjs.
/** What the process (and the action's `exit-code` output) ends with. One table for script and action. */
export declare const EXIT: {
    readonly done: 0;
    readonly unexpected: 1;
    readonly configuration: 2;
    readonly credentials: 3;
    readonly partial: 4;
    readonly guard: 5;
    readonly emptySource: 6;
    readonly changes: 10;
};
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
/**
 * The base of every error that a user can cause or mend. `code` has an entry in docs/errors.md;
 * `next` is the step that the reader should take. The message never holds a secret nor a query string.
 */
export declare class IngestError extends Error {
    readonly name: string;
    readonly code: string;
    readonly exitCode: ExitCode;
    readonly next: string;
    constructor(code: string, message: string, options: {
        next: string;
        exitCode?: ExitCode;
        cause?: unknown;
    });
}
export declare const DIALECTS: readonly ['redshift', 'snowflake', 'bigquery', 'postgres', 'mysql', 'singlestore', 'tsql', 'databricks', 'spark', 'hive', 'impala', 'presto', 'trino', 'athena', 'oracle', 'vertica', 'teradata', 'druid', 'db2', 'clickhouse', 'generic'];
export type Dialect = (typeof DIALECTS)[number];
/** A table as the SQL writes it, without quotes; parts that are not written are null. */
export interface TableName {
    readonly server?: string | null;
    readonly db: string | null;
    readonly schema: string | null;
    readonly table: string;
}
export interface FoundTable {
    readonly name: TableName;
    /** True when only a Liquid branch that defaults do not take reads it. */
    readonly conditional: boolean;
    readonly confidence: 'high' | 'low';
}
/** Something to tell about one query's SQL. `line` is in the author's text, from 1. */
export interface Diagnostic {
    readonly code: string;
    readonly message: string;
    readonly line?: number;
}
/** One output column of a query and the table columns it is made from. */
export interface OutputColumn {
    readonly output: string | null;
    readonly sources: readonly {
        readonly table: TableName;
        readonly column: string;
    }[];
    /** True when it is its one source as it stands, and so has its type. */
    readonly plain?: boolean;
}
/** What one query's SQL reads, before any name is looked up. `columns` is null when they are not known. */
export interface SqlReading {
    readonly dialect: Dialect;
    readonly rendered: string;
    /** The author's line of each line of `rendered`; null when they are the same. */
    readonly lines: readonly number[] | null;
    readonly tables: readonly FoundTable[];
    readonly columns: readonly OutputColumn[] | null;
    readonly diagnostics: readonly Diagnostic[];
    /** False when the text held no statement that could be made out. */
    readonly understood: boolean;
}
export declare const VERDICTS: readonly ['linked', 'partly-linked', 'not-in-catalog', 'ambiguous', 'no-tables', 'no-connection', 'unparsed'];
export type Verdict = (typeof VERDICTS)[number];
/** A table of the catalog. */
export interface CatalogTable {
    readonly id: string;
    readonly fqn: string;
    readonly columns: readonly {
        readonly name: string;
        readonly fqn: string;
        readonly dataType: string;
    }[];
}
export interface LinkedTable {
    readonly table: CatalogTable;
    readonly written: string;
    readonly conditional: boolean;
    readonly confidence: 'high' | 'low';
}
export interface UnlinkedTable {
    readonly written: string;
    readonly why: 'not-in-catalog' | 'ambiguous' | 'lookup-failed';
    /** FQNs that it could have meant. */
    readonly candidates: readonly string[];
}
/** One column of a query's last result set, and the columns of the catalog that it is made from. */
export interface QueryColumn {
    /** As the SQL writes it, or as the catalog has it when a star gives it. */
    readonly name: string;
    /** The catalog's type of it; null when it is not known. */
    readonly dataType: string | null;
    /** FQNs, in the catalog's own case: of the table, which is among `linked`, and of its column. */
    readonly sources: readonly {
        readonly table: string;
        readonly column: string;
    }[];
}
/** What a reader is told of one query's sources. */
export interface QueryVerdict {
    readonly reportToken: string;
    readonly queryToken: string;
    readonly verdict: Verdict;
    /** One sentence for the reader. */
    readonly reason: string;
    readonly unlinked: readonly UnlinkedTable[];
    readonly diagnostics: readonly Diagnostic[];
}
/** What is left of a query's sources once its lineage is drawn: tables and columns of a large workspace are many megabytes. */
export declare const verdictOf: ({ reportToken, queryToken, verdict, reason, unlinked, diagnostics, }: QueryVerdict) => QueryVerdict;
/** The tables of the catalog that one query reads, and a verdict with its reason for every query. */
export interface QuerySources extends QueryVerdict {
    readonly linked: readonly LinkedTable[];
    /** The named columns of the result that Mode shows; null when they are not known. */
    readonly columns: readonly QueryColumn[] | null;
    /** False when a look-up failed or a part was not read: then edges in the catalog must not be removed. */
    readonly complete: boolean;
}
export interface AnalyzeSqlOptions {
    /** As Mode holds it: Liquid, forms and definitions are understood. */
    readonly sql: string;
    /** One of the dialects, or a Mode adapter such as `jdbc:sqlserver`; anything else is guessed from the SQL. */
    readonly dialect: string;
    /** The workspace's definitions: their SQL by name, with or without the `@`. */
    readonly definitions?: Readonly<Record<string, string>>;
    /** The other queries of the report: their forms give parameters too. */
    readonly siblingQueries?: readonly string[];
    /** The columns of tables by dotted name, e.g. `public.orders`. A part that holds a dot stands in double quotes. */
    readonly catalog?: Readonly<Record<string, readonly string[]>>;
}
/** A table, as written: without quotes, null for a part that is left out. */
export interface AnalyzedTable {
    /** The server of a four-part name, or the link of an Oracle one. */
    readonly server?: string;
    readonly db: string | null;
    readonly schema: string | null;
    readonly table: string;
    /** There when only a Liquid branch that default values do not take reads it. */
    readonly conditional?: true;
    /** High when the parser and the scanner agree on the statement. */
    readonly confidence: 'high' | 'low';
}
export interface AnalyzedColumn {
    /** Null for an expression without a name. */
    readonly output: string | null;
    readonly sources: readonly {
        readonly db: string | null;
        readonly schema: string | null;
        readonly table: string;
        readonly column: string;
    }[];
}
/** What one query reads. */
export interface SqlAnalysis {
    readonly dialect: string;
    /** Whether its tables are in the catalog. Without a catalog each counts as found: `linked`, `no-tables` or `unparsed`. */
    readonly verdict: Verdict;
    /** One sentence. */
    readonly reason: string;
    readonly tables: readonly AnalyzedTable[];
    /** The columns of the last result set, which is what Mode shows; null when they are not known. */
    readonly columns: readonly AnalyzedColumn[] | null;
    readonly diagnostics: readonly Diagnostic[];
    /** The SQL with default values in its Liquid. */
    readonly rendered: string;
}
/**
 * The tables and columns that one Mode query reads, offline. It returns a promise because the SQL parser starts at the first call
 * (about 0.2 s); later calls take well under a millisecond. It never rejects, whatever the SQL.
 */
export declare function analyzeSql(options: AnalyzeSqlOptions): Promise<SqlAnalysis>;
/** The three kinds of entity that a run keeps in the catalog; the values are OpenMetadata's entity types. */
export type EntityKind = 'chart' | 'dashboardDataModel' | 'dashboard';
/** OpenMetadata's chart types that Mode's types map to. */
export type ChartType = 'Line' | 'Table' | 'Bar' | 'Area' | 'Pie' | 'Histogram' | 'Scatter' | 'Text' | 'BoxPlot' | 'Other';
/** The classifications that belong to this product. */
export declare const OUR_CLASSIFICATIONS: readonly ['ModeCollection', 'ModeReport'];
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
    readonly to: {
        readonly kind: 'dashboardDataModel' | 'dashboard';
        readonly fqn: string;
    };
    readonly sql: string | null;
    readonly columns: readonly {
        readonly from: readonly string[];
        readonly to: string;
    }[];
    /** True when these are all, be they none: then what else the catalog has goes. Otherwise they add to the catalog's. */
    readonly columnsKnown?: true;
    readonly conditional: boolean;
}
/** What the catalog should hold. */
export interface WantedCatalog {
    readonly service: {
        readonly name: string;
        readonly fqn: string;
    };
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
    readonly owners: readonly {
        readonly id: string;
        readonly type: string;
    }[];
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
    readonly usage: {
        readonly date: string;
        readonly count: number;
    } | null;
}
/** An entity whose incoming edges are of interest. */
export interface EdgeTarget {
    readonly kind: 'dashboard' | 'dashboardDataModel';
    readonly fqn: string;
}
export type PresentEntity = PresentChart | PresentDataModel | PresentDashboard;
export interface PresentEdge {
    readonly from: {
        readonly kind: string;
        readonly id: string;
        readonly fqn: string;
    };
    /** `DashboardLineage` marks ours; every other source is somebody else's. */
    readonly source: string;
    /** What a human wrote on the edge; a PUT would wipe it. */
    readonly description: string | null;
    readonly sql: string | null;
    readonly columns: readonly {
        readonly from: readonly string[];
        readonly to: string;
    }[];
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
/** The createX request of an entity. A data model's may leave `dataModelType` out: the writer knows the best one. */
export type CreateBody = Readonly<Record<string, unknown>>;
export interface JsonPatchOperation {
    readonly op: 'add' | 'replace' | 'remove' | 'test';
    readonly path: string;
    readonly value?: unknown;
}
/** What became of one row of `putEntities`. */
export type RowResult = {
    readonly ok: true;
} | {
    readonly ok: false;
    readonly error: string;
    readonly status: number | null;
};
/** One end of an edge. */
export interface EdgeEnd {
    readonly id: string;
    readonly type: string;
}
export interface EdgeDetails {
    readonly sqlQuery: string | null;
    readonly description: string | null;
    readonly columnsLineage: readonly {
        readonly fromColumns: readonly string[];
        readonly toColumn: string;
    }[];
}
/**
 * All writes that a run makes to the catalog. Single writes reject with an HttpError; `putEntities` never rejects for a row's own failure.
 * What the server's version leaves unsure (bulk, the data model's type) is probed at the first write and remembered.
 */
export interface CatalogWriter {
    /** Creates the service without a connection, so that no Mode secret is stored; a present one keeps its own. */
    putService(name: string): Promise<void>;
    restoreService(id: string): Promise<void>;
    /** The classification first, once a run, then the tag. */
    putTag(tag: WantedTag): Promise<void>;
    /**
     * Bulk where the server has it, each failed row singly once more; else single PUTs. One result a body, in their order. Bodies are taken
     * as their requests are made.
     */
    putEntities(kind: EntityKind, bodies: Iterable<CreateBody>, onDone?: (done: number, index: number, result: RowResult) => void): Promise<readonly RowResult[]>;
    patchEntity(kind: EntityKind, id: string, operations: readonly JsonPatchOperation[]): Promise<void>;
    /** Sets the views of one day (`2026-11-24`, UTC); setting them twice is setting them once. */
    setUsage(fqn: string, date: string, count: number): Promise<void>;
    /** FQN → id of all live entities of the kind in the service, 1,000 a page. */
    ids(kind: EntityKind, serviceName: string): Promise<ReadonlyMap<string, string>>;
    /** The edges into each target, by its FQN, as they stand now. */
    edgesInto(targets: readonly EdgeTarget[]): Promise<ReadonlyMap<string, readonly PresentEdge[]>>;
    /** Source is always DashboardLineage. */
    putEdge(from: EdgeEnd, to: EdgeEnd, details: EdgeDetails): Promise<void>;
    deleteEdge(from: EdgeEnd, to: EdgeEnd): Promise<void>;
    /** Soft. One that is gone already counts as deleted. */
    softDelete(kind: EntityKind, id: string): Promise<void>;
}
export type Action = 'create' | 'update' | 'restore' | 'unchanged' | 'delete' | 'keep';
/** One field that a step changes. Values are prose for a reader: shortened, never secret. */
export interface FieldChange {
    readonly field: string;
    readonly before: string;
    readonly after: string;
}
export type WantedEntity = WantedChart | WantedDataModel | WantedDashboard;
/** What becomes of one entity. */
export interface EntityStep {
    readonly action: Action;
    readonly kind: EntityKind;
    readonly fqn: string;
    readonly name: string;
    readonly displayName: string;
    readonly url: string | null;
    /** FQN of the dashboard that a chart or data model belongs to; null for dashboards and for a dataset's data model. */
    readonly parent: string | null;
    /** A dashboard's collection; null for the rest. */
    readonly project: string | null;
    readonly changes: readonly FieldChange[];
    readonly reason: string;
    /** Id of the present entity; null when it is to be created. */
    readonly id: string | null;
    /** What only a PATCH can change (a bot's PUT keeps them); sent before the PUT, after it when restoring. */
    readonly patch: readonly JsonPatchOperation[];
    /** The whole createX request without `sourceHash`; null when nothing is PUT. */
    readonly body: CreateBody | null;
    /** True when the body is to be PUT before any edge is: for its fields, or to take the old mark away. False when only for the mark. */
    readonly put: boolean;
    /** The `sourceHash` that goes with the fields: final when nothing else is to be vouched for, else provisional. */
    readonly hash: string | null;
    /** The commit mark, to be written with the body once more after the edges that it vouches for; null when none is. */
    readonly mark: string | null;
}
export interface EdgeStep {
    readonly action: 'add' | 'change' | 'remove' | 'unchanged';
    readonly from: WantedEdge['from'];
    readonly to: WantedEdge['to'];
    readonly sql: string | null;
    readonly columns: WantedEdge['columns'];
    readonly columnsKnown?: true;
    /** What a human wrote on the edge; sent back, since a PUT replaces it. */
    readonly description: string | null;
    readonly conditional: boolean;
    readonly reason: string;
}
/** Whether deletions go ahead. `stopped` deletes nothing and ends the run with exit code 5; `off` is the config's choice or an incomplete read. */
export interface GuardVerdict {
    readonly state: 'clear' | 'stopped' | 'off';
    readonly reasons: readonly string[];
    readonly deletions: number;
}
/** One dashboard's views. */
export interface UsageStep {
    readonly fqn: string;
    readonly displayName: string;
    /** Null when it is to be created. */
    readonly id: string | null;
    /** Views of the day, to be set; null when the run only remembers where Mode's counter stands. */
    readonly count: number | null;
    /** The stored mark with another memory, to be written before the count; null when none is, or another step writes it. */
    readonly mark: string | null;
}
/** The views that a run records. */
export interface UsagePlan {
    /** `2026-11-24`, UTC: the day that they count for. */
    readonly date: string;
    readonly steps: readonly UsageStep[];
    /** Why views cannot be counted; null when they can. */
    readonly off: string | null;
}
/** What a run changes, in full: a dry run prints this value, an ingestion applies it. */
export interface Plan {
    readonly service: {
        readonly action: 'create' | 'restore' | 'unchanged';
        readonly name: string;
        readonly fqn: string;
        /** Null when it is to be created. */
        readonly id: string | null;
    };
    readonly tags: readonly WantedTag[];
    readonly charts: readonly EntityStep[];
    readonly dataModels: readonly EntityStep[];
    readonly dashboards: readonly EntityStep[];
    readonly edges: readonly EdgeStep[];
    /** Null when usage is not ingested. */
    readonly usage: UsagePlan | null;
    readonly guard: GuardVerdict;
    readonly complete: boolean;
    readonly incomplete: readonly string[];
}
/** True when applying the plan would write anything. */
export declare const changesAnything: (plan: Plan) => boolean;
/** A key that one of two files has otherwise. Values as the files write them: no variable is replaced. */
export interface ChangedKey {
    readonly key: string;
    /** Null where the file does not set it. */
    readonly before: string | null;
    readonly after: string | null;
}
/** A report or dataset that one of two configurations lets in. */
export interface MovedReport {
    readonly token: string;
    readonly name: string | null;
    readonly kind: 'report' | 'dataset';
    readonly url: string;
    /** What keeps it out of the other. */
    readonly because: string;
    /** Requests to Mode that it took, nearly enough. */
    readonly calls: number;
}
/** What goes in with the second configuration, and what goes out. */
export interface AdmissionChanges {
    readonly gained: readonly MovedReport[];
    readonly lost: readonly MovedReport[];
}
/** What the configuration of the base branch makes of the world that a run has read. */
export interface BaseFacts extends AdmissionChanges {
    /** Null when it could not be made. */
    readonly plan: Plan | null;
    /** Why it could not be made. */
    readonly problem: string | null;
}
/** How the configuration under review and that of the base branch stand to each other. */
export type Comparison = 
/** The base has no such file. */
{
    readonly kind: 'new';
} | {
    readonly kind: 'unread';
    readonly why: string;
}
/** The base's has errors: their messages. */
 | {
    readonly kind: 'invalid';
    readonly errors: readonly string[];
}
/** One reading of the servers does not do for both. */
 | {
    readonly kind: 'apart';
    readonly why: string;
    readonly keys: readonly ChangedKey[];
}
/** Whatever changed has no effect on what is ingested. */
 | {
    readonly kind: 'alike';
    readonly keys: readonly ChangedKey[];
}
/** Both were planned, the base's as `RunFacts.base` has it. */
 | {
    readonly kind: 'compared';
    readonly keys: readonly ChangedKey[];
};
/** One of several runs that divide the reports of a workspace among themselves. */
export interface Shard {
    /** From 1 to `count`. */
    readonly index: number;
    readonly count: number;
}
/** As many as the jobs that GitHub makes of one matrix. */
export declare const MOST_SHARDS = 256;
/** The shard that a text such as `1/4` names; null when it names none. */
export declare function shardOf(text: string): Shard | null;
export declare const shardText: ({ index, count }: Shard) => string;
export type FilterDecision = {
    readonly kept: true;
} | {
    readonly kept: false;
    readonly because: string;
};
/** One pattern of a filter. */
export interface FilterPattern {
    readonly list: 'includes' | 'excludes';
    /** As it was written. */
    readonly source: string;
    readonly matches: (name: string) => boolean;
}
/** A filter pattern of the workflow YAML. `because` names the pattern that decided, e.g. ``excluded by `Finance.*` ``. */
export interface NameFilter {
    readonly isEmpty: boolean;
    /** The patterns as one text: filters with the same text decide alike. */
    readonly text: string;
    /** One by one, to tell which of them are of no use. */
    readonly patterns: readonly FilterPattern[];
    decide(name: string | null): FilterDecision;
}
/** The filter that keeps everything. */
export declare const KEEP_ALL: NameFilter;
/** Where something stands in the file. Both count from 1. */
export interface Place {
    readonly line: number;
    readonly column: number;
}
export type Path = readonly (string | number)[];
export interface ScalarNode {
    readonly kind: 'scalar';
    /** Text as it was written: only zod decides what is a number or a flag, so that a token like `12e4567890` stays itself. */
    readonly value: string | number | boolean | null;
    readonly at: Place | null;
    /** Set where a variable of the environment was put in. */
    readonly fromVariable?: true;
    /** The variables that this value names and that are not set; the value is null then. */
    readonly unset?: readonly string[];
}
export interface ListNode {
    readonly kind: 'list';
    readonly items: readonly ConfigNode[];
    readonly at: Place | null;
}
export interface MapEntry {
    readonly writtenAs: string;
    readonly keyAt: Place | null;
    readonly node: ConfigNode;
}
export interface MapNode {
    readonly kind: 'map';
    readonly entries: ReadonlyMap<string, MapEntry>;
    readonly at: Place | null;
}
/** A parsed configuration: the value and, where it came from a text, the place of every part. Every step makes a new tree. */
export type ConfigNode = ScalarNode | ListNode | MapNode;
export declare const nodeAt: (root: ConfigNode, path: Path) => ConfigNode | undefined;
/** The text at a path; undefined where there is none. */
export declare function textAt(root: ConfigNode, path: Path): string | undefined;
/** The same tree with another node at a path of map keys; maps on the way are made, null removes. */
export declare function withNode(root: MapNode, path: readonly string[], node: ConfigNode | null): MapNode;
/** The value without its places. A key without a value counts as left out. */
export declare function plainValue(node: ConfigNode): unknown;
export declare const isNull: (node: ConfigNode) => boolean;
/** A text of the file that only a run can tell more of, such as a pattern that matches nothing, and where it stands. */
export interface PlacedText {
    /** As people write it: `source.sourceConfig.config.chartFilterPattern.includes[0]`. */
    readonly path: string;
    readonly text: string;
    readonly at: Place | null;
}
/** The filter patterns and database services of a file, in their order. */
export declare function placedTexts(root: ConfigNode): readonly PlacedText[];
export declare const LOGGER_LEVELS: readonly ['DEBUG', 'INFO', 'WARN', 'ERROR'];
export type LoggerLevel = (typeof LOGGER_LEVELS)[number];
export declare const MODE_READS: readonly ['auto', 'rest', 'discovery'];
export type ModeRead = (typeof MODE_READS)[number];
export declare const CHART_DETAILS: readonly ['auto', 'full', 'basic'];
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
/** Why a part of Mode could not be read. `part` is prose for the reader: `queries of report "Sales" (a1b2c3)`. */
export interface ReadFailure {
    readonly part: string;
    readonly code: string;
    readonly reason: string;
    readonly status?: number;
}
/** A list from Mode that knows whether it is whole. Unknown is never empty. */
export type Reading<T> = {
    readonly state: 'complete';
    readonly items: readonly T[];
} | {
    readonly state: 'partial';
    readonly items: readonly T[];
    readonly failure: ReadFailure;
} | {
    readonly state: 'unread';
    readonly items: readonly [];
    readonly failure: ReadFailure;
};
/** Everything a run knows of a Mode workspace. Ids are strings whatever the wire sent. */
export interface Workspace {
    readonly name: string;
    /** `workspace`, `member` … as `/api/verify` tells; null when it does not. */
    readonly keyScope: string | null;
    readonly collections: Reading<Collection>;
    readonly connections: Reading<Connection>;
    readonly definitions: Reading<Definition>;
    readonly members: Reading<Member>;
    /** Every report and dataset that was listed in any collection and is to be ingested, once, with its children. */
    readonly reports: readonly Report[];
    /** Those among them that nothing has changed in: their children are not read anew but remembered. */
    readonly recalled: readonly RecalledReport[];
    /** Those that are in Mode but left out; their children are not read. */
    readonly leftOut: readonly LeftOut[];
    /** Those of which not everything was read before the reading had to end; absent when all were. */
    readonly notReached?: readonly NotReached[];
    /** Elements that Mode sent in a shape that could not be used, each left out alone. */
    readonly notices: readonly string[];
    /** What was not read in full and has no list above, such as view counts. */
    readonly otherFailures?: readonly ReadFailure[];
}
export interface Collection {
    readonly token: string;
    readonly name: string;
    readonly description: string;
    readonly kind: 'private' | 'community' | 'custom' | 'unknown';
    /** Null when it is not known, as of a collection that only Discovery shows. */
    readonly restricted: boolean | null;
    /** Tokens of the reports listed in it; complete and empty when it is another shard's. */
    readonly reports: Reading<string>;
    /** Tokens of the datasets listed in it; complete and empty when datasets were not asked for. */
    readonly datasets: Reading<string>;
}
export interface Report {
    readonly token: string;
    /** Null when untitled. */
    readonly name: string | null;
    readonly description: string;
    readonly kind: 'report' | 'dataset';
    readonly collectionToken: string | null;
    /** Null when it is not known: Discovery does not tell it. */
    readonly archived: boolean | null;
    /** Absolute web address. */
    readonly url: string;
    /** Username of the creator; null when gone, and where Discovery tells an address alone. */
    readonly creator: string | null;
    /** E-mail address of the creator; null when gone, not told, or not asked for. */
    readonly creatorEmail: string | null;
    readonly createdAt: string | null;
    readonly editedAt: string | null;
    readonly lastSavedAt: string | null;
    readonly lastRunAt: string | null;
    readonly viewCount: number | null;
    readonly queryCount: number | null;
    readonly chartCount: number | null;
    /** Null when Mode does not tell. */
    readonly hasImportedDatasets: boolean | null;
    readonly queries: Reading<Query>;
    /** Tokens of the reports that import it, known to the run or not; complete and empty for a report, which none can import. */
    readonly importedBy: Reading<string>;
}
export interface Query {
    readonly token: string;
    readonly name: string | null;
    readonly sql: string;
    readonly connectionId: string | null;
    readonly url: string;
    readonly charts: Reading<Chart>;
}
/** A report whose listing is as it was. Of its children there is what the catalog holds. */
export interface RecalledReport extends Omit<Report, 'queries'> {
    readonly queries: readonly WrittenQuery[];
    readonly charts: readonly Pick<Chart, 'token' | 'url'>[];
}
/** A query as lineage looks at it. One that is remembered has the name that the catalog has for it. */
export type WrittenQuery = Omit<Query, 'charts'>;
/** The SQL of a report or dataset. */
export interface ReportSql {
    readonly token: string;
    readonly queries: Reading<WrittenQuery>;
}
export interface Chart {
    readonly token: string;
    /** Null when untitled; HTML entities already decoded. */
    readonly title: string | null;
    /** Null when it is not known: Discovery does not tell it. */
    readonly description: string | null;
    /** Mode's own type, e.g. `bar`, `bigNumber`, `pivotTable`; `unknown` when it tells none; null when it is not known. */
    readonly type: string | null;
    /**
     * Columns of its query's result that it uses, as it writes them, each once. Empty for charts of old, which are not looked into;
     * null when they are not known.
     */
    readonly columns: readonly string[] | null;
    readonly url: string;
}
export interface Connection {
    readonly id: string;
    readonly token: string;
    readonly name: string;
    /** e.g. `jdbc:snowflake`. */
    readonly adapter: string;
    readonly vendor: string | null;
    readonly database: string | null;
    readonly host: string | null;
    readonly deleted: boolean;
}
export interface Definition {
    readonly token: string;
    readonly name: string;
    readonly sql: string;
    readonly connectionId: string | null;
}
export interface Member {
    readonly username: string;
    readonly email: string | null;
}
/** Decides before its children are read whether a report is left out: why, or null to ingest it. */
export type LeaveOut = (report: Pick<Report, 'token' | 'name' | 'kind' | 'archived'>, collection: Pick<Collection, 'token' | 'name' | 'kind' | 'restricted'>) => string | null;
/** A report that is in Mode and that a filter keeps from being ingested. It is never deleted for that. */
export interface LeftOut {
    readonly token: string;
    readonly name: string | null;
    readonly because: string;
}
/** A report or dataset that was listed, and of which not everything was read before the reading had to end. Nothing of it is written. */
export interface NotReached extends LeftOut {
    readonly kind: Report['kind'];
}
/** What an ingestion of a plan will take, nearly enough. */
export interface Estimate {
    /** Requests to Mode. */
    readonly mode: number;
    /** Requests to OpenMetadata, writes included. */
    readonly openMetadata: number;
    readonly writes: number;
    readonly seconds: number;
}
/** An ingestion reads what its plan has read, and writes what the plan says: rows in bulk where the server can, all else singly. */
export declare function estimate(plan: Plan, read: {
    readonly mode: number;
    readonly openMetadata: number;
}, pace: {
    /** Rows in one request; 1 where the server takes none in bulk. */
    readonly bulkSize: number;
    /** Requests to Mode in a second; null where nothing holds them back. */
    readonly modePerSecond: number | null;
}): Estimate;
/** What a write is of. A mark is written apart from its entity. */
export type What = 'service' | 'tag' | 'chart' | 'dashboardDataModel' | 'dashboard' | 'edge' | 'mark' | 'usage' | 'delete';
/** A planned step that was to be written and was not. */
export interface StepFailure {
    /** `kind:fqn` for entities, tags and views, `from → to` for edges. */
    readonly key: string;
    readonly what: What;
    /** One sentence with the server's own message. */
    readonly error: string;
    readonly status?: number;
}
/** What became of a plan. A dry run has none. */
export interface Outcome {
    readonly failures: readonly StepFailure[];
    /** How many writes succeeded. Views are not counted among the others: what fails of them is made up for. */
    readonly succeeded: {
        readonly usage: number;
        readonly others: number;
    };
    /**
     * Keys of the steps that were done or failed, when it ended before it had applied everything: it was told to stop, the token was not
     * taken any more, or there is no service to write into. Null when it came to its end: those of a large plan are many megabytes.
     */
    readonly reached: ReadonlySet<string> | null;
    /** Why, as a sentence without its full stop, when it was ended from outside. */
    readonly endedBy?: string;
}
/** All writes that were tried. */
export declare const writesOf: ({ failures, succeeded }: Outcome) => number;
/** A plan as it is kept for approval: names of entities and digests, neither SQL nor anything secret. */
export interface PlanFile {
    readonly schemaVersion: 1;
    /** ISO 8601. */
    readonly createdAt: string;
    readonly service: string;
    readonly workspace: string;
    /** Whether everything was read. */
    readonly complete: boolean;
    /** Digests by the keys of the YAML. */
    readonly settings: Readonly<Record<string, string>>;
    readonly steps: readonly PlannedStep[];
    /** Over everything above but the time. */
    readonly hash: string;
}
/** One thing that a plan does to the catalog, as far as it must be known again. */
export interface PlannedStep {
    /** `dashboard mode.a1b2c3`, `edge snowflake.db.s.t → mode.model."x.y"`. Each is there once. */
    readonly what: string;
    readonly action: string;
    /** Of all that would be sent. */
    readonly digest: string;
}
export type RunStatus = 'done' | 'planned' | 'valid' | 'partial' | 'failed' | 'guarded' | 'empty' | 'invalid';
/** What a run knows when it ends: the only input of every report. Parts that a run did not reach are null. */
export interface RunFacts {
    readonly command: 'validate' | 'plan' | 'ingest' | 'sweep';
    /** The part of the workspace that it kept to; null or absent: all of it. */
    readonly shard?: Shard | null;
    readonly configPath: string;
    readonly serviceName: string | null;
    readonly workspace: Workspace | null;
    readonly sources: readonly QueryVerdict[];
    /** Those that OpenMetadata has a user for, by e-mail; null or absent when nobody asked. No report shows an e-mail. */
    readonly owners?: ReadonlyMap<string, unknown> | null;
    readonly plan: Plan | null;
    /** The same as it is kept for approval; also of a plan that was refused, since another one was approved. */
    readonly planFile?: PlanFile | null;
    /** When an ingestion succeeded last, in milliseconds since 1970; null or absent when it is not known or nobody asked. */
    readonly lastSuccess?: number | null;
    readonly outcome: Outcome | null;
    /** What an ingestion of the plan would take; null or absent when nothing was only planned. */
    readonly estimate?: Estimate | null;
    /** How the configuration stands to that of the base branch; null or absent when nobody asked, or when it is as it was. */
    readonly comparison?: Comparison | null;
    /** What the base's configuration makes of the same reading; null or absent when it was not planned. */
    readonly base?: BaseFacts | null;
    readonly findings: readonly Finding[];
    /** The error that ended the run, when one did. */
    readonly error: {
        readonly code: string;
        readonly message: string;
        readonly next: string;
    } | null;
    readonly status: RunStatus;
    readonly exitCode: ExitCode;
    readonly servers: {
        readonly mode: string | null;
        readonly openMetadata: string | null;
        readonly openMetadataVersion: string | null;
    };
    /** Where OpenMetadata shows the run; null or absent when nobody asked. */
    readonly pipeline?: RegisteredRun | null;
    readonly calls: {
        readonly mode: number;
        readonly openMetadata: number;
        readonly writes: number;
    };
    /** Milliseconds since the epoch. */
    readonly startedAt: number;
    readonly finishedAt: number;
}
/** A run that was told to OpenMetadata. */
export interface RegisteredRun {
    /** FQN of the ingestion pipeline. */
    readonly fqn: string;
    readonly runId: string;
    /** `success`, `partialSuccess`, `failed` or `stopped`. */
    readonly state: string;
    /** Why it could not be told; null when it was. */
    readonly problem: string | null;
}
export interface Totals {
    readonly created: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly deleted: number;
    readonly kept: number;
    readonly failed: number;
}
/** The published model of a run (docs/report.schema.json): what the summary, the terminal and `--json` show. */
export interface RunReport {
    readonly schemaVersion: 1;
    readonly command: RunFacts['command'];
    readonly status: RunStatus;
    readonly exitCode: ExitCode;
    /** One sentence. */
    readonly verdict: string;
    readonly config: string;
    readonly service: string | null;
    readonly servers: RunFacts['servers'];
    readonly startedAt: string;
    readonly durationMs: number;
    readonly calls: RunFacts['calls'];
    /** Null when the run is not shown in OpenMetadata. */
    readonly pipeline: RegisteredRun | null;
    /** Of a drift: when an ingestion succeeded last, in ISO 8601; null where that is not known, and for any other run. */
    readonly lastSuccess: string | null;
    readonly totals: Readonly<Record<'dashboards' | 'charts' | 'dataModels' | 'edges', Totals>>;
    /** Views of reports, recorded as usage of their dashboards; null when nobody asked or nothing was planned. */
    readonly usage: ReportedUsage | null;
    readonly dashboards: readonly ReportedDashboard[];
    readonly edges: readonly ReportedEdge[];
    /** What an ingestion of this plan would take; null when this is none. */
    readonly estimate: Estimate | null;
    /** What the change of the configuration does; null when it was not asked for, or when nothing was changed. */
    readonly comparison: ReportedComparison | null;
    readonly queriesWithoutLineage: readonly ReportedQuery[];
    readonly missingTables: readonly {
        readonly name: string;
        readonly queries: number;
    }[];
    readonly verdicts: Readonly<Record<string, number>>;
    /** What was left out or kept, and why. */
    readonly skipped: readonly {
        readonly what: string;
        readonly name: string;
        readonly why: string;
    }[];
    readonly notices: readonly string[];
    readonly failures: readonly {
        readonly key: string;
        readonly error: string;
    }[];
    readonly guard: {
        readonly state: string;
        readonly reasons: readonly string[];
        readonly deletions: number;
    } | null;
    readonly incomplete: readonly string[];
    readonly findings: readonly Finding[];
    readonly error: RunFacts['error'];
}
export interface ReportedComparison {
    /** `compared`, `alike` (the change has no effect), `apart` (not to be compared), `new`, `invalid` or `unread` (of the base's file). */
    readonly state: string;
    /** One sentence. */
    readonly verdict: string;
    readonly keys: readonly ReportedKey[];
    /** Reports and datasets that go in with the change, and those that go out. */
    readonly gained: readonly ReportedMove[];
    readonly lost: readonly ReportedMove[];
    /** Of the plan of the base's configuration; null when there is none. */
    readonly totals: RunReport['totals'] | null;
}
/** A key of the configuration that changed; null where it is not set. */
export interface ReportedKey {
    readonly key: string;
    readonly before: string | null;
    readonly after: string | null;
}
export interface ReportedMove {
    readonly token: string;
    readonly name: string;
    readonly url: string | null;
    readonly kind: 'report' | 'dataset';
    /** What keeps it out of the other configuration. */
    readonly because: string;
}
export interface ReportedUsage {
    /** `2026-11-24`, UTC. */
    readonly date: string;
    /** Dashboards with a count that was, or would be, set. */
    readonly dashboards: number;
    /** Their views of that day. */
    readonly views: number;
    /** Dashboards of which only the counter was, or would be, noted. */
    readonly noted: number;
    readonly failed: number;
    /** Why views are not counted; null when they are. */
    readonly off: string | null;
    readonly counts: readonly ReportedViews[];
}
export interface ReportedViews {
    /** FQN of the dashboard. */
    readonly fqn: string;
    readonly name: string;
    readonly views: number;
    readonly failed: boolean;
}
export interface ReportedChange {
    readonly field: string;
    readonly before: string;
    readonly after: string;
}
export interface ReportedEntity {
    readonly kind: EntityKind;
    readonly fqn: string;
    readonly name: string;
    readonly url: string | null;
    readonly action: string;
    readonly reason: string;
    readonly failed: boolean;
    readonly changes: readonly ReportedChange[];
}
export interface ReportedDashboard extends ReportedEntity {
    readonly project: string | null;
    readonly charts: readonly ReportedEntity[];
    readonly dataModels: readonly ReportedEntity[];
}
export interface ReportedEdge {
    readonly from: string;
    readonly to: string;
    readonly action: string;
    readonly conditional: boolean;
    readonly columns: number;
    readonly failed: boolean;
}
export interface ReportedQuery {
    readonly report: string;
    readonly query: string;
    readonly name: string;
    readonly url: string | null;
    readonly verdict: string;
    readonly reason: string;
    readonly next: string;
    readonly diagnostics: readonly Diagnostic[];
}
/** Where we run. Every text is untrusted until the host has made it inert for its own medium. */
export interface Host {
    debug(text: string): void;
    info(text: string): void;
    warning(text: string): void;
    error(text: string): void;
    /** A finding at its place in a file: an annotation on GitHub, `file:line:column` in a terminal. */
    finding(finding: Finding): void;
    /** Never print this value from now on. */
    mask(secret: string): void;
    group<T>(title: string, work: () => Promise<T>): Promise<T>;
    /** Progress on long work; `total` is null while it is not known. */
    progress(stage: string, done: number, total: number | null): void;
    /** Says what was held back to be said last; nothing is said after it. */
    end?(): void;
}
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
/** Limits on what one run may delete. */
export interface DeletionLimits {
    /** Most dashboards and data models. Given, it alone decides: a number is an informed choice. */
    readonly maxDeletions: number | null;
    /** Largest share of the catalog's dashboards, of its charts or of its data models, 0–1. */
    readonly maxDeletionShare: number;
}
export declare const DEFAULT_DELETION_LIMITS: DeletionLimits;
export interface PlanOptions {
    readonly overrideMetadata: boolean;
    readonly overrideLineage: boolean;
    /** Charts go with dashboards: they have no switch of their own in the workflow YAML. */
    readonly markDeletedDashboards: boolean;
    readonly markDeletedDataModels: boolean;
    readonly capabilities: Capabilities;
    readonly guards: DeletionLimits;
    /** True when only a shard of the workspace was read: what is not wanted may well be another's. Nothing is said of it, or done to it. */
    readonly isShard?: boolean;
    /** Absent when views are not counted. `now` in milliseconds since 1970. */
    readonly usage?: {
        readonly now: number;
    };
}
/** What a caller may choose beside the configuration. */
export interface WorkflowOptions {
    /**
     * `plan` writes nothing; `drift` is a plan that does not end well (exit code 10) when the catalog is not as Mode; `sweep` closes a run
     * of shards. Default `ingest`.
     */
    readonly command?: 'plan' | 'drift' | 'ingest' | 'sweep';
    /** Of an ingestion: what `planFile` gave after an earlier plan. It applies that and no other (exit code 5). */
    readonly approvedPlan?: string;
    /** Of a drift: a span such as `24h` or `7d`. It is a difference, too, when the last ingestion that succeeded is older. */
    readonly maxAge?: string;
    /** The part of the workspace to keep to, such as `1/4`. A shard deletes nothing. Default: all of it. */
    readonly shard?: string;
    /** Named in messages. Default `<config>`. */
    readonly path?: string;
    /** Where `${NAME}` is looked up. Default: the process's environment. */
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly limits?: DeletionLimits;
    readonly host?: Host;
    /** How long one request may take, in milliseconds, and how often it is tried. */
    readonly requests?: {
        readonly timeoutMs?: number;
        readonly budgetMs?: number;
        readonly attempts?: number;
    };
    /** The clock, in milliseconds since 1970. Default: the machine's. */
    readonly now?: () => number;
}
/** A configuration that cannot be run: every finding at once. Exit code 2. */
export declare class ConfigurationError extends IngestError {
    readonly name = "ConfigurationError";
    readonly findings: readonly Finding[];
    constructor(path: string, findings: readonly Finding[]);
}
/** An ingestion that ended with anything but success; `report` tells all of it. */
export declare class WorkflowExecutionError extends IngestError {
    readonly name = "WorkflowExecutionError";
    readonly report: RunReport;
    constructor(report: RunReport);
}
/**
 * One ingestion with the life cycle of OpenMetadata's Airflow recipe:
 * `create`, `execute`, `raiseFromStatus`, `printStatus`, `stop`.
 */
export declare class Workflow {
    #private;
    readonly config: WorkflowConfig;
    readonly findings: readonly Finding[];
    private constructor();
    /**
     * Reads the workflow YAML (or JSON) text, or the value that it holds.
     * @throws ConfigurationError with all findings when it cannot be run.
     * @throws IngestError when an option is none that the command takes.
     */
    static create(config: string | object, options?: WorkflowOptions): Promise<Workflow>;
    /** Runs the whole ingestion and tells its report. Failures of a part are in the report; `raiseFromStatus` throws them. */
    execute(): Promise<RunReport>;
    /** The report of the last `execute`; null before it. */
    get report(): RunReport | null;
    /** The last run as one HTML page that needs nothing else; null before it. */
    page(): string | null;
    /** What the last run found to do, as a text to keep and approve (`approvedPlan`); null where no plan was made. */
    planFile(): string | null;
    /** @throws WorkflowExecutionError unless the last run ended well. */
    raiseFromStatus(): void;
    /** Prints the last run's report, plain, to the given writer (default: standard output). */
    printStatus(write?: (text: string) => void): void;
    /** Tells a running `execute` to finish what is in flight and start nothing more. Safe to call at any time. */
    stop(): void;
}
/** The credentials under the names that every face uses. */
export declare const secretsFrom: (env: Readonly<Record<string, string | undefined>>) => { readonly [Name in "modeAccessToken" | "modeAccessTokenPassword" | "modeDiscoveryToken" | "openMetadataJwtToken"]?: string; };
export {};

import type { Features } from './features.ts';

/** A closed list of the server's schema, under the Java name by which its error messages call it. */
export interface JavaEnum {
  readonly className: string;
  readonly values: ReadonlySet<string>;
}

function javaEnum(className: string, words: string, phrases: readonly string[] = []): JavaEnum {
  return {
    className: `org.openmetadata.schema.${className}`,
    values: new Set([...words.split(' '), ...phrases]),
  };
}

export function chartTypes(features: Features): JavaEnum {
  const recent = features.chartDashboards ? ' SanKey Gauge Map Graph Heatmap Timeline' : '';
  return javaEnum('type.ChartType', `Line Table Bar Area Pie Histogram Scatter Text BoxPlot Other${recent}`);
}

/** `ModeDataModel` only from 2.1 on. */
export function dataModelTypes(features: Features): JavaEnum {
  const recent = features.chartDashboards
    ? ' TableauPublishedDatasource TableauEmbeddedDatasource QuickSightDataModel SigmaDataModel PowerBIDataFlow MicroStrategyDataset ThoughtSpotDataModel'
    : '';
  return javaEnum(
    'type.DataModelType',
    `TableauDataModel SupersetDataModel MetabaseDataModel LookMlView LookMlExplore PowerBIDataModel QlikDataModel${recent}${features.modeDataModel ? ' ModeDataModel' : ''}`,
  );
}

export const pipelineStates = (features: Features): JavaEnum =>
  javaEnum(
    'entity.services.ingestionPipelines.PipelineStatusType',
    `queued success failed running partialSuccess${features.stoppedState ? ' stopped' : ''}`,
  );

export const PIPELINE_TYPES = javaEnum(
  'entity.services.ingestionPipelines.PipelineType',
  'metadata usage lineage profiler autoClassification TestSuite dataInsight elasticSearchReindex dbt application',
);

export const DASHBOARD_TYPES = javaEnum('type.DashboardType', 'Dashboard Report');

export const DASHBOARD_SERVICE_TYPES = javaEnum(
  'api.data.CreateDashboardDataModel$DashboardServiceType',
  'Superset Looker Tableau Redash Metabase PowerBI PowerBIReportServer Mode CustomDashboard DomoDashboard QuickSight QlikSense Lightdash MicroStrategy QlikCloud Sigma ThoughtSpot Grafana Hex Ssrs',
);

export const LINEAGE_SOURCES = javaEnum(
  'type.LineageDetails$Source',
  'Manual ViewLineage QueryLineage PipelineLineage DashboardLineage DbtLineage SparkLineage OpenLineage ExternalTableLineage CrossDatabaseLineage ChildAssets',
);

export const COLUMN_TYPES = javaEnum(
  'type.ColumnDataType',
  'NUMBER TINYINT SMALLINT INT BIGINT BYTEINT BYTES FLOAT DOUBLE DECIMAL NUMERIC TIMESTAMP TIMESTAMPZ TIME DATE DATETIME INTERVAL STRING MEDIUMTEXT TEXT CHAR LONG VARCHAR BOOLEAN BINARY VARBINARY ARRAY BLOB LONGBLOB MEDIUMBLOB MAP STRUCT UNION SET GEOGRAPHY ENUM JSON UUID VARIANT GEOMETRY BYTEA AGGREGATEFUNCTION ERROR FIXED RECORD NULL SUPER HLLSKETCH PG_LSN PG_SNAPSHOT TSQUERY TXID_SNAPSHOT XML MACADDR TSVECTOR UNKNOWN CIDR INET CLOB ROWID LOWCARDINALITY YEAR POINT POLYGON TUPLE SPATIAL TABLE NTEXT IMAGE IPV4 IPV6 DATETIMERANGE HLL LARGEINT QUANTILE_STATE AGG_STATE BITMAP UINT BIT MONEY MEASURE KPI HEIRARCHY HIERARCHYID',
  ['MEASURE HIDDEN', 'MEASURE VISIBLE'],
);

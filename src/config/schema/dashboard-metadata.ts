import { z } from 'zod';
import { CHART_DETAILS, MODE_READS } from '../workflow-config.ts';
import { choice, flag, hours, list, section, text } from './fields.ts';
import { filterPattern } from './filter-pattern.ts';
import { ignored } from './outline.ts';

/** `Service`, `Service.Db`, `Service.Db.Schema` or `Service.Db.Schema.Table`; a name with a dot in it stands in double quotes. */
const PREFIX = /^(?:"[^"]+"|[^".]+)(?:\.(?:"[^"]+"|[^".]+)){0,3}$/;

const prefix = text
  .transform((name) => name.trim())
  .pipe(
    z
      .string()
      .regex(PREFIX, { error: 'must be Service, Service.Db, Service.Db.Schema or Service.Db.Schema.Table' }),
  );
const prefixes = list(prefix).default([]);

/** Every name that OpenMetadata's releases had for it: dbServiceName (before 0.13), dbServiceNames (to 1.3, then below lineageInformation), dbServicePrefixes (since 1.8.2). */
const lineageKeys = { dbServiceName: prefixes, dbServiceNames: prefixes, dbServicePrefixes: prefixes };

/** `source.sourceConfig.config`: OpenMetadata's dashboardServiceMetadataPipeline, 0.12 to 1.13. */
export const dashboardMetadata = section({
  type: choice(['DashboardMetadata']),
  ...lineageKeys,
  lineageInformation: section(lineageKeys).prefault({}),
  dashboardFilterPattern: filterPattern,
  chartFilterPattern: filterPattern,
  dataModelFilterPattern: filterPattern,
  projectFilterPattern: filterPattern,
  includeOwners: flag.default(false),
  includeTags: flag.default(true),
  includeDataModels: flag.default(true),
  markDeletedDashboards: flag.default(true),
  markDeletedDataModels: flag.default(true),
  includeDraftDashboard: flag.default(true),
  overrideMetadata: flag.default(false),
  overrideLineage: flag.default(false),
  // As OpenMetadata has it since 1.13.
  includeUsage: flag.default(true),
  incremental: flag.default(false),
  fullEvery: hours.optional(),
  queryParserConfig: ignored,
  // Ours: how Mode is read.
  modeRead: choice(MODE_READS).default('auto'),
  chartDetails: choice(CHART_DETAILS).default('auto'),
  includeDiscoveryOnlyCollections: flag.default(false),
});

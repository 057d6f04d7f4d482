import { z } from 'zod';
import { CHART_DETAILS, MODE_READS } from '../workflow-config.ts';
import { choice, flag, hours, list, section, text } from './fields.ts';
import { filterPattern } from './filter-pattern.ts';
import { ignored } from './outline.ts';
import { SERVICES_KEY, SERVICES_SECTION } from './service-keys.ts';
import { taking } from './written-as.ts';

/** `Service`, `Service.Db`, `Service.Db.Schema` or `Service.Db.Schema.Table`; a name with a dot in it stands in double quotes. */
const PART = '(?:"[^"]+"|[^".]+)';
const PREFIX = `${PART}(?:\\.${PART}){0,3}`;

const PREFIX_SAYS = 'must be Service, Service.Db, Service.Db.Schema or Service.Db.Schema.Table';
const prefix = taking(
  text
    .transform((name) => name.trim())
    .pipe(z.string().regex(new RegExp(`^${PREFIX}$`), { error: PREFIX_SAYS })),
  // Blanks around it are no part of it, so a blank alone is no name.
  { pattern: `\\s*(?!\\s)(?![\\s\\S]*\\.\\s*$)${PREFIX}\\s*`, says: PREFIX_SAYS, anyScalar: true },
);
const prefixes = list(prefix).default([]);

/** An older name, which editors strike through. */
const older = (today: string) =>
  prefixes.meta({
    description: `Database services, by an older name of OpenMetadata’s: today \`${today}\`.`,
    deprecated: true,
    deprecationMessage: `Write \`${today}\`.`,
  });
const MOVED = older(`${SERVICES_SECTION}.${SERVICES_KEY}`);
const RENAMED = older(SERVICES_KEY);

/** `source.sourceConfig.config`: OpenMetadata's dashboardServiceMetadataPipeline, 0.12 to 1.13. */
export const dashboardMetadata = section({
  type: choice(['DashboardMetadata']).describe('The kind of ingestion: `DashboardMetadata`.'),
  dbServiceName: MOVED,
  dbServiceNames: MOVED,
  dbServicePrefixes: MOVED,
  lineageInformation: section({
    dbServiceName: RENAMED,
    dbServiceNames: RENAMED,
    dbServicePrefixes: prefixes.describe(
      'Where lineage looks for tables: `Service`, `Service.Db`, `Service.Db.Schema` or `Service.Db.Schema.Table`. Empty: every database service of a connection’s kind.',
    ),
  })
    .prefault({})
    .describe('Where lineage looks for the tables that queries read.'),
  dashboardFilterPattern: filterPattern.describe('Which reports to ingest, by name.'),
  chartFilterPattern: filterPattern.describe('Which charts to ingest, by title.'),
  dataModelFilterPattern: filterPattern.describe('Which queries to ingest as data models, by name.'),
  projectFilterPattern: filterPattern.describe('Which collections to ingest, by name.'),
  includeOwners: flag
    .default(false)
    .describe('Make the creator of a report the owner of its dashboard, found by e-mail address.'),
  includeTags: flag
    .default(true)
    .describe('Tag dashboards with their collection and with archived, personal and restricted.'),
  includeDataModels: flag.default(true).describe('Ingest queries as data models, and lineage through them.'),
  markDeletedDashboards: flag
    .default(true)
    .describe('Soft-delete dashboards whose report is gone from Mode, within the guards.'),
  markDeletedDataModels: flag
    .default(true)
    .describe('Soft-delete data models whose query is gone from Mode, within the guards.'),
  includeDraftDashboard: flag.default(true).describe('Ingest archived reports, too.'),
  overrideMetadata: flag
    .default(false)
    .describe('Let Mode win over what people wrote in OpenMetadata: descriptions, owners, tags.'),
  overrideLineage: flag
    .default(false)
    .describe('Read every edge anew instead of trusting the mark of the last run.'),
  // As OpenMetadata has it since 1.13.
  includeUsage: flag.default(true).describe('Record the views of reports as usage of their dashboards.'),
  incremental: flag
    .default(false)
    .describe(
      'Look only into reports whose row in Mode’s listing changed since the last run. Only mode-ingest reads it.',
    ),
  fullEvery: hours
    .optional()
    .describe(
      'Read each report anew once in this span, such as `24h` or `7d`, though it seems unchanged. Only mode-ingest reads it.',
    ),
  queryParserConfig: ignored,
  // Ours: how Mode is read.
  modeRead: choice(MODE_READS)
    .default('auto')
    .describe(
      'How Mode is read: `auto` through Discovery where there is a token and it takes fewer calls; or `rest`, or `discovery`. Only mode-ingest reads it.',
    ),
  chartDetails: choice(CHART_DETAILS)
    .default('auto')
    .describe(
      'Details of charts with Discovery: `full` asks REST for what it does not tell of charts, `basic` does not, `auto` where that is quick. Only mode-ingest reads it.',
    ),
  includeDiscoveryOnlyCollections: flag
    .default(false)
    .describe(
      'Ingest collections, too, that the Discovery token sees and the API key does not list. Only mode-ingest reads it.',
    ),
});

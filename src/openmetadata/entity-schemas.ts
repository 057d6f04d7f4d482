import { z } from 'zod';

const text = z.string().nullish();

export const reference = z.object({
  id: z.string(),
  type: z.string(),
  fullyQualifiedName: text,
  deleted: z.boolean().nullish(),
});

const shared = {
  id: z.string(),
  name: z.string(),
  fullyQualifiedName: z.string(),
  displayName: text,
  description: text,
  sourceUrl: text,
  sourceHash: text,
  deleted: z.boolean().nullish(),
  tags: z.array(z.object({ tagFQN: z.string() })).nullish(),
  /** Since 1.5; before, the one `owner`. */
  owners: z.array(reference).nullish(),
  owner: reference.nullish(),
};

export const chartAnswer = z.object({
  ...shared,
  chartType: text,
  dashboards: z.array(reference).nullish(),
});

/** What a column is made of. `tags` are left out: a PUT merges them, so they stay without being sent. */
export const columnAnswer = z.object({
  name: z.string(),
  dataType: z.string(),
  displayName: text,
  description: text,
  dataTypeDisplay: text,
  dataLength: z.number().nullish(),
  precision: z.number().nullish(),
  scale: z.number().nullish(),
  arrayDataType: text,
  constraint: text,
  ordinalPosition: z.number().nullish(),
  jsonSchema: text,
  fullyQualifiedName: text,
  get children() {
    return z.array(columnAnswer).nullish();
  },
});

export const dataModelAnswer = z.object({
  ...shared,
  sql: text,
  dataModelType: z.string(),
  columns: z.array(columnAnswer).nullish(),
});

export const dashboardAnswer = z.object({
  ...shared,
  project: text,
  charts: z.array(reference).nullish(),
  dataModels: z.array(reference).nullish(),
  /** Of the last day that has a record; of today, with 0, where there is none. */
  usageSummary: z.object({ date: z.string(), dailyStats: z.object({ count: z.number() }) }).nullish(),
});

export const serviceAnswer = z.object({
  id: z.string(),
  name: z.string(),
  fullyQualifiedName: z.string(),
  serviceType: z.string(),
  deleted: z.boolean().nullish(),
});

export type Reference = z.infer<typeof reference>;
export type ColumnAnswer = z.infer<typeof columnAnswer>;
export type ChartAnswer = z.infer<typeof chartAnswer>;
export type DataModelAnswer = z.infer<typeof dataModelAnswer>;
export type DashboardAnswer = z.infer<typeof dashboardAnswer>;

/** The least that a listing tells of an entity. */
export const entityId = z.object({ id: z.string(), fullyQualifiedName: z.string() });

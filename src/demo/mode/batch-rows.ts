import { htmlEncoded } from './html-encoded.ts';
import type { DemoChart, DemoCollection, DemoQuery, DemoReport, ModeData } from './mode-data.ts';
import { latest, moment, momentAfter, momentOrNull } from './moments.ts';
import { lastRunToken, numberOf, tokenOf, wireId } from './wire-id.ts';

const RUN_MS = 41_500;

/** What Discovery's resources are made of: the collections that were asked for, and whether datasets count as reports. */
export interface BatchScope {
  readonly mode: ModeData;
  readonly collections: readonly DemoCollection[];
  readonly listsDatasets: boolean;
}

interface Placed {
  readonly collection: DemoCollection;
  readonly report: DemoReport;
}

/**
 * Discovery's resources, each as all of its rows: flat, without links, and with fields of their own. A row is made when its page is
 * asked for: a big workspace has many.
 */
export const BATCH_ROWS: Readonly<Record<string, (scope: BatchScope) => readonly (() => object)[]>> = {
  spaces: ({ mode }) => mode.collections.map((collection) => () => spaceRow(mode, collection)),
  reports: (scope) => placed(scope).map((at) => () => reportRow(scope.mode, at)),
  queries: (scope) =>
    placed(scope).flatMap((at) => at.report.queries.map((query) => () => queryRow(scope.mode, at, query))),
  charts: (scope) =>
    placed(scope).flatMap((at) =>
      at.report.queries.flatMap((query) =>
        query.charts.map((chart) => () => chartRow(scope.mode, at, query, chart)),
      ),
    ),
  report_stats: (scope) => placed(scope).map((at) => () => statsRow(scope.mode, at)),
};

const placed = ({ collections, listsDatasets }: BatchScope): readonly Placed[] =>
  collections.flatMap((collection) =>
    collection.reports
      .filter(({ kind }) => kind === 'report' || listsDatasets)
      .map((report) => ({ collection, report })),
  );

const spaceRow = (mode: ModeData, { token, name, description, kind }: DemoCollection) => ({
  id: wireId(mode, numberOf(token)),
  token,
  name,
  description,
  space_type: kind,
  space_url: `/api/${mode.name}/spaces/${token}`,
});

/** It tells the address of the creator and the state of the last run; neither `archived` nor any count. */
function reportRow(mode: ModeData, { collection, report }: Placed) {
  const { lastRunAt } = report;
  return {
    id: wireId(mode, numberOf(report.token)),
    token: report.token,
    name: report.name,
    description: report.description,
    created_at: moment(report.createdAt),
    edited_at: momentOrNull(report.editedAt),
    updated_at: latest(report.createdAt, report.editedAt, report.lastSavedAt, lastRunAt),
    last_successfully_run_at: lastRunAt === null ? null : momentAfter(lastRunAt, RUN_MS),
    last_viewed_at: momentOrNull(lastRunAt),
    last_run_at: momentOrNull(lastRunAt),
    last_run_token: lastRunAt === null ? null : lastRunToken(report),
    last_run_state: lastRunAt === null ? null : 'succeeded',
    creator_email: addressOf(mode, report),
    ...spaceOf(mode, collection),
    report_url: `/api/${mode.name}/reports/${report.token}`,
  };
}

/** It names its connection by the token, also one that is gone. */
const queryRow = (mode: ModeData, { collection, report }: Placed, query: DemoQuery) => ({
  id: wireId(mode, numberOf(query.token)),
  token: query.token,
  name: query.name,
  raw_query: query.sql,
  creator_email: addressOf(mode, report),
  data_source_token: connectionToken(mode, query.connectionId),
  ...reportOf(mode, report),
  ...spaceOf(mode, collection),
});

/** Its title and type, of either generation; nothing of what it draws. */
const chartRow = (mode: ModeData, { collection, report }: Placed, query: DemoQuery, chart: DemoChart) => ({
  id: wireId(mode, numberOf(chart.token)),
  token: chart.token,
  chart_type: chart.type,
  chart_title: htmlEncoded(chart.title ?? ''),
  query_id: wireId(mode, numberOf(query.token)),
  query_token: query.token,
  ...reportOf(mode, report),
  ...spaceOf(mode, collection),
  report_creator_email: addressOf(mode, report),
});

const statsRow = (mode: ModeData, { report }: Placed) => ({
  ...reportOf(mode, report),
  active_schedules_count: 0,
  explorations_count: 0,
  view_count: report.viewCount,
  recent_manual_run_creators_emails: [],
  scheduled_run_creators_emails: [],
  editors_emails: [],
});

const reportOf = (mode: ModeData, { token }: DemoReport) => ({
  report_id: wireId(mode, numberOf(token)),
  report_token: token,
});

const spaceOf = (mode: ModeData, { token }: DemoCollection) => ({
  space_id: wireId(mode, numberOf(token)),
  space_token: token,
});

const addressOf = (mode: ModeData, { creator }: DemoReport): string | null =>
  mode.people.find(({ username }) => username === creator)?.email ?? null;

/** The token of a connection that is gone for good follows from its id. */
const connectionToken = (mode: ModeData, id: number | null): string | null =>
  id === null
    ? null
    : (mode.connections.find((connection) => connection.id === id)?.token ?? tokenOf(`connection ${id}`));

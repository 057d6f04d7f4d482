import type { PlacedQuery } from './find-in-mode.ts';
import { form, link } from './hal.ts';
import type { ModeData } from './mode-data.ts';
import { latest, moment } from './moments.ts';
import { numberOf, wireId } from './wire-id.ts';

/**
 * A query. It counts private explorations, never its charts, and leaves out what the Swagger calls required of
 * the dbt integration. `last_run_id` is a number even where the other ids are strings. A dataset's query links
 * to no charts.
 */
export function queryPayload(mode: ModeData, { report, query }: PlacedQuery) {
  const parent = `/api/${mode.name}/reports/${report.token}`;
  const self = `${parent}/queries/${query.token}`;
  const connectionId = query.connectionId === null ? null : wireId(mode, query.connectionId);
  return {
    id: wireId(mode, numberOf(query.token)),
    token: query.token,
    name: query.name,
    raw_query: query.sql,
    data_source_id: connectionId,
    last_run_id: report.lastRunAt === null ? null : numberOf(`run of ${query.token}`),
    explorations_count: 0,
    created_at: moment(report.createdAt),
    updated_at: latest(report.createdAt, report.editedAt),
    _links: {
      self: link(self),
      report: link(parent),
      report_runs: link(`${parent}/runs`),
      query_runs: link(`${self}/runs`),
      query_tables: link(`${self}/tables`),
      new_query_table: link(`${self}/tables/new`),
      ...(report.kind === 'dataset'
        ? {}
        : {
            charts: link(`${self}/charts`),
            new_chart: link(`${self}/charts/new`),
          }),
      ...(report.creator === null ? {} : { creator: link(`/api/${report.creator}`) }),
    },
    _forms: {
      edit: form('patch', self, { name: query.name, raw_query: query.sql, data_source_id: connectionId }),
      destroy: form('delete', self),
    },
  };
}

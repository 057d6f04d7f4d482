import type { DemoCollection, DemoQuery, DemoReport } from '../mode/mode-data.ts';
import { tokenOf } from '../mode/wire-id.ts';
import type { ChartDraft, CollectionDraft, QueryDraft, ReportDraft } from './draft.ts';

/** A new collection, every time. Tokens follow from names, so adding a report changes no other's. */
export function buildCollection({ reports, ...draft }: CollectionDraft): DemoCollection {
  return {
    token: tokenOf(`collection ${draft.name}`),
    name: draft.name,
    description: draft.description,
    kind: draft.kind,
    restricted: draft.restricted ?? false,
    reports: reports.map(buildReport),
  };
}

export function buildReport(draft: ReportDraft): DemoReport {
  const key = reportKey(draft.key ?? draft.name);
  const edited = draft.edited === undefined ? draft.created : draft.edited;
  return {
    token: tokenOf(key),
    name: draft.name,
    description: draft.about ?? null,
    kind: draft.kind ?? 'report',
    archived: draft.archived ?? false,
    creator: draft.by,
    createdAt: at(draft.created, '09:12:00.000'),
    editedAt: edited === null ? null : at(edited, '15:40:08.120'),
    lastSavedAt: edited === null ? null : at(edited, '15:41:30.007'),
    lastRunAt: draft.ran === null ? null : at(draft.ran ?? '2026-11-02', '05:00:04.500'),
    viewCount: draft.views ?? 0,
    ...(draft.imports === undefined
      ? {}
      : { imports: draft.imports.map((dataset) => tokenOf(reportKey(dataset))) }),
    queries: draft.queries.map((query) => buildQuery(query, key)),
  };
}

const reportKey = (name: string | null): string => `report ${name}`;

function buildQuery(draft: QueryDraft, parent: string): DemoQuery {
  const key = `${parent} / query ${draft.name}`;
  return {
    token: tokenOf(key),
    name: draft.name,
    sql: draft.sql,
    connectionId: draft.on,
    charts: (draft.charts ?? []).map((chart, index) => buildChart(chart, `${key} / chart ${index}`)),
  };
}

function buildChart([type, title, more]: ChartDraft, key: string) {
  return {
    token: tokenOf(key),
    title,
    description: more?.description ?? null,
    type,
    generation: more?.generation ?? ('vegas' as const),
    ...(more?.columns === undefined ? {} : { columns: [...more.columns] }),
  };
}

const at = (day: string, time: string): string => `${day}T${time}Z`;

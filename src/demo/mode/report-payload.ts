import { findReport, type PlacedReport } from './find-in-mode.ts';
import { form, link } from './hal.ts';
import type { DemoReport, ModeData } from './mode-data.ts';
import { latest, moment, momentAfter, momentOrNull } from './moments.ts';
import { reportForms, reportLinks } from './report-links.ts';
import { lastRunToken, numberOf, tokenOf, wireId } from './wire-id.ts';

/** How long the runs of this Mode take, in milliseconds. */
const RUN_MS = 41_500;

/** A row of `/spaces/{s}/reports`: it tells *that* datasets are imported, never which. */
export function reportRow(mode: ModeData, placed: PlacedReport) {
  return {
    ...common(mode, placed),
    archived: placed.report.archived,
    description: placed.report.description,
    has_imported_datasets: (placed.report.imports ?? []).length > 0,
    has_schedules_with_invalid_intervals: false,
  };
}

/** A row of `/spaces/{s}/datasets`: lacks `archived`, and has keys of its own. */
export function datasetRow(mode: ModeData, placed: PlacedReport) {
  return {
    ...common(mode, placed),
    description: placed.report.description,
    collection_name: placed.collection.name,
    collection_token: placed.collection.token,
    is_sample: false,
    switch_view_token: tokenOf(`view of ${placed.report.token}`),
  };
}

/** `/reports/{r}`, which serves datasets as well; only here is the list of imported datasets. */
export function reportAlone(mode: ModeData, placed: PlacedReport) {
  const { archived, description, kind } = placed.report;
  return {
    ...common(mode, placed),
    description,
    ...(kind === 'dataset' ? {} : { archived, imported_datasets: importedDatasets(mode, placed) }),
  };
}

function importedDatasets(mode: ModeData, { report }: PlacedReport) {
  const self = `/api/${mode.name}/reports/${report.token}`;
  return (report.imports ?? []).flatMap((token) => {
    const dataset = findReport(mode, token)?.report;
    if (dataset === undefined) return [];
    const source = `/api/${mode.name}/datasets/${token}`;
    return {
      name: dataset.name,
      token,
      _links: { report: link(self), source_dataset: link(source) },
      _forms: { destroy: form('delete', `${self}/imported_datasets/${token}`) },
    };
  });
}

/** A row of `/datasets/{d}/reports`: little of a report that imports the dataset. */
export const importerRow = (mode: ModeData, { collection, report }: PlacedReport) => ({
  token: report.token,
  name: report.name,
  creator: report.creator,
  _links: reportLinks(mode, { collection, report }),
});

/** `/datasets/{d}`: the same again, without the description. */
export const datasetAlone = (mode: ModeData, placed: PlacedReport) => common(mode, placed);

function common(mode: ModeData, placed: PlacedReport) {
  const { collection, report } = placed;
  return {
    token: report.token,
    id: wireId(mode, numberOf(report.token)),
    name: report.name,
    type: report.kind === 'dataset' ? 'DatasetReport' : 'Report',
    created_at: moment(report.createdAt),
    // Moves with every run as well as with every edit.
    updated_at: latest(report.createdAt, report.editedAt, report.lastSavedAt, report.lastRunAt),
    published_at: null,
    edited_at: momentOrNull(report.editedAt),
    last_saved_at: momentOrNull(report.lastSavedAt),
    last_successful_sync_at: null,
    thoughtspot_published_at: null,
    ...runs(report),
    space_token: collection.token,
    account_id: wireId(mode, numberOf(mode.name)),
    account_username: mode.name,
    ...counts(report),
    ...noise(report),
    _links: reportLinks(mode, placed),
    _forms: reportForms(mode, placed),
  };
}

/** `last_run_at` is when the last run began, `last_successfully_run_at` when the last good one ended. */
function runs(report: DemoReport) {
  const { lastRunAt } = report;
  return {
    last_run_at: momentOrNull(lastRunAt),
    last_successfully_run_at: lastRunAt === null ? null : momentAfter(lastRunAt, RUN_MS),
    last_successful_run_token: lastRunAt === null ? null : lastRunToken(report),
    expected_runtime: lastRunAt === null ? null : RUN_MS / 1000,
  };
}

function counts({ kind, queries, viewCount, lastRunAt }: DemoReport) {
  return {
    query_count: queries.length,
    max_query_count: kind === 'dataset' ? 1 : 160,
    chart_count: queries.reduce((sum, { charts }) => sum + charts.length, 0),
    runs_count: lastRunAt === null ? 0 : 12,
    schedules_count: 0,
    view_count: viewCount,
    query_preview: queries[0]?.sql.slice(0, 120) ?? null,
  };
}

/** Large or secret-like fields that a reader must leave alone. */
function noise({ token }: DemoReport) {
  return {
    public: false,
    shared: false,
    is_embedded: false,
    is_signed: false,
    full_width: false,
    manual_run_disabled: false,
    run_privately: true,
    drilldowns_enabled: false,
    drill_anywhere_enabled: false,
    theme_id: null,
    color_mappings: null,
    github_link: null,
    layout: '<div class="mode-header embed-hidden"></div>',
    web_preview_image: `https://previews.example/${token}.png?signature=demo-preview-signature`,
    flamingo_signature: 'demo-flamingo-signature',
  };
}

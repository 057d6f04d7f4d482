import { chartView, chartViewVegas } from './chart-view.ts';
import type { PlacedChart } from './find-in-mode.ts';
import { form, link, template } from './hal.ts';
import type { ModeData } from './mode-data.ts';
import { latest, moment } from './moments.ts';
import { tokenOf } from './wire-id.ts';

/** A chart: no name and no id, and one of its two generations of specification is empty. */
export function chartPayload(mode: ModeData, { report, query, chart }: PlacedChart) {
  const parent = `/api/${mode.name}/reports/${report.token}`;
  const self = `${parent}/queries/${query.token}/charts/${chart.token}`;
  const old = chart.generation === 'view';
  return {
    token: chart.token,
    view: old ? chartView(chart) : {},
    view_vegas: old ? null : chartViewVegas(chart),
    view_version: old ? 1 : 2,
    color_palette_token: null,
    switch_view_token: tokenOf(`view of ${chart.token}`),
    created_at: moment(report.createdAt),
    updated_at: latest(report.createdAt, report.editedAt),
    _links: {
      self: link(self),
      report: link(parent),
      report_viz_web: link(`/${mode.name}/reports/${report.token}/viz/${chart.token}`),
      preview: template(`${self}/preview{?run}`),
      report_run_viz_web: template(`/${mode.name}/reports/${report.token}/runs/{id}/viz/${chart.token}`),
      ...(report.creator === null ? {} : { creator: link(`/api/${report.creator}`) }),
    },
    _forms: { edit: form('patch', self, { view_version: old ? 1 : 2 }), destroy: form('delete', self) },
  };
}

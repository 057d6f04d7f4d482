import type { PlacedReport } from './find-in-mode.ts';
import { form, type HalLink, link, template } from './hal.ts';
import type { ModeData } from './mode-data.ts';
import { MODE_WEB } from './mode-web.ts';
import { lastRunToken } from './wire-id.ts';

/** `web` is absolute, `share` and the like are host-relative, and `creator` is missing once the creator is gone. */
export function reportLinks(mode: ModeData, { collection, report }: PlacedReport): Record<string, HalLink> {
  const dataset = report.kind === 'dataset';
  const self = `/api/${mode.name}/reports/${report.token}`;
  const lastRun = `${self}/runs/${lastRunToken(report)}`;
  const web = `/${mode.name}/${dataset ? 'datasets' : 'reports'}/${report.token}`;
  return {
    self: link(self),
    web: link(`${MODE_WEB}${web}`),
    web_edit: link(`/editor${web}`),
    account: link(`/api/${mode.name}`),
    report_run: template(`${self}/runs/{id}?embed[result]=1`),
    space: link(`/api/${mode.name}/collections/${collection.token}`),
    space_links: link(`${self}/space_links`),
    queries: link(`${self}/queries`),
    report_runs: link(`${self}/runs`),
    report_pins: link(`${self}/pins`),
    report_filters: link(`${self}/filters`),
    report_schedules: link(`${self}/schedules`),
    report_subscriptions: link(`${self}/subscriptions`),
    ...(dataset
      ? { dataset_dependencies: link(`/api/${mode.name}/datasets/${report.token}/reports`) }
      : {
          share: link(web),
          web_report_runs: link(`${web}/runs`),
          report_index_web: link(`${web}/viz`),
          python_visualizations: link(`${self}/layout_cells`),
          python_notebook: link(`${self}/python/notebook`),
        }),
    ...(report.lastRunAt === null ? {} : { last_run: link(lastRun), last_successful_run: link(lastRun) }),
    ...(report.creator === null ? {} : { creator: link(`/api/${report.creator}`) }),
  };
}

/** What one could do with the report if one came to write; repeats its text. */
export function reportForms(mode: ModeData, { report }: PlacedReport) {
  const self = `/api/${mode.name}/reports/${report.token}`;
  return {
    edit: form('patch', self, { name: report.name, description: report.description }),
    destroy: form('delete', self),
    archive: form('patch', `${self}/archive`),
    unarchive: form('patch', `${self}/unarchive`),
    update_layout: form('patch', self, { layout: null }),
  };
}

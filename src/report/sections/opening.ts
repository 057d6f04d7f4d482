import { alert, code, heading, join, link, type Markdown, md, prose } from '../markdown.ts';
import type { RunReport, RunStatus } from '../run-report.ts';

const OPENINGS: Readonly<
  Record<RunStatus, { readonly title: string; readonly kind: Parameters<typeof alert>[0] }>
> = {
  done: { title: 'Ingested', kind: 'TIP' },
  planned: { title: 'Plan', kind: 'NOTE' },
  valid: { title: 'Configuration checked', kind: 'TIP' },
  partial: { title: 'Incomplete', kind: 'WARNING' },
  guarded: { title: 'Deletions stopped', kind: 'WARNING' },
  empty: { title: 'Nothing to ingest', kind: 'WARNING' },
  failed: { title: 'Failed', kind: 'CAUTION' },
  invalid: { title: 'Configuration refused', kind: 'CAUTION' },
};

/** How a run ended, in two or three words. */
export const statusTitle = (report: RunReport): string => {
  const isPlan = report.command === 'plan';
  if (report.status === 'partial') return isPlan ? 'Plan, incomplete' : 'Ingested in part';
  if (report.status === 'guarded' && isPlan) return 'Plan, deletions stopped';
  return OPENINGS[report.status].title;
};

/** The title, the verdict, and from where to where. */
export function openingSection(report: RunReport): Markdown {
  const { service, servers } = report;
  const title = service === null ? md`## ${statusTitle(report)}` : md`## ${statusTitle(report)}: ${service}`;
  const route = [
    code(report.config),
    ...(servers.mode === null || servers.openMetadata === null
      ? []
      : [md`${server(servers.mode)} → ${server(servers.openMetadata)}`]),
    ...(report.command === 'plan' ? [md`nothing was written`] : []),
  ];
  return join(
    [title, alert(OPENINGS[report.status].kind, prose(report.verdict, 600)), join(route, ' · ')],
    '\n\n',
  );
}

/** A server by its host. The API's path leads to no page. */
function server(address: string): Markdown {
  if (!URL.canParse(address)) return md`${address}`;
  const url = new URL(address);
  return link(url.host, url.origin);
}

/** The error that ended a run, with its next step. */
export function errorSection({ error }: RunReport): Markdown {
  if (error === null) return { markdown: '' };
  return join(
    [
      heading(md`What went wrong`),
      prose(error.message, 2000),
      md`**Next:** ${prose(error.next, 1000)}`,
      md`Code: ${code(error.code)}`,
    ],
    '\n\n',
  );
}

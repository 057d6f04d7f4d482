import { fqn } from './fqn.ts';

/** Names are Mode's tokens, as those of OpenMetadata's own connector (contract 7). */
export const dashboardFqn = (service: string, report: string): string => fqn(service, report);
export const dataModelFqn = (service: string, report: string, query: string): string =>
  fqn(service, 'model', dataModelName(report, query));
/** Joined at once: a text that is put together piece by piece stays in pieces in memory. */
export const dataModelName = (report: string, query: string): string => [report, query].join('.');
export const chartFqn = (service: string, chart: string): string => fqn(service, chart);

import { reportFilter } from '../catalog/report-filter.ts';
import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { LeaveOut } from '../mode/workspace.ts';

/** What a configuration makes of a report that Mode lists. */
export type Admission =
  | { readonly state: 'in' }
  /** In Mode, and kept from being ingested by a filter. */
  | { readonly state: 'out'; readonly because: string }
  /** A run of this configuration alone would not have listed it. */
  | { readonly state: 'unseen'; readonly because: string };

type Report = Parameters<LeaveOut>[0];
type Collection = Parameters<LeaveOut>[1];

/** What several configurations made of the reports of one listing. */
export interface Admissions {
  /** For the listing: a report is left out when none of them lets it in. The reason is that of the first. */
  readonly leaveOut: LeaveOut;
  /** By token, as far as the listing has come. */
  of(config: WorkflowConfig): ReadonlyMap<string, Admission>;
}

export function createAdmissions(configs: readonly WorkflowConfig[]): Admissions {
  const books = configs.map((config) => ({
    config,
    admit: admission(config),
    book: new Map<string, Admission>(),
  }));
  return {
    leaveOut(report, collection) {
      const all = books.map(({ admit, book }) => {
        const admitted = admit(report, collection);
        book.set(report.token, admitted);
        return admitted;
      });
      const [first] = all;
      return first === undefined || first.state === 'in' || all.some(({ state }) => state === 'in')
        ? null
        : first.because;
    },
    of: (config) => books.find((each) => each.config === config)?.book ?? new Map(),
  };
}

function admission(config: WorkflowConfig): (report: Report, collection: Collection) => Admission {
  const filter = reportFilter(config);
  return (report, collection) => {
    if (!lists(config, collection)) return { state: 'unseen', because: 'filterQueryParam is custom' };
    if (report.kind === 'dataset' && !config.source.includeDataModels)
      return { state: 'unseen', because: 'includeDataModels is false' };
    const because = filter(report, collection);
    return because === null ? { state: 'in' } : { state: 'out', because };
  };
}

/** `filter=custom` leaves personal collections out on Mode's side. */
export const lists = ({ mode }: WorkflowConfig, { kind }: Pick<Collection, 'kind'>): boolean =>
  mode.filterQueryParam === 'all' || kind !== 'private';

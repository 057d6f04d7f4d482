import type { StepSummary } from '../openmetadata/ingestion-pipelines.ts';
import { createFates } from '../report/fate.ts';
import type { RunFacts, Totals } from '../report/run-report.ts';
import { countTotals } from '../report/totals.ts';

/** Failures that are told by name: the record is for a glance, the run's own report has them all. */
const MOST_FAILURES = 10;
const LONGEST = 200;

/** The two steps of a run in OpenMetadata's words: what was read of Mode, and what became of the catalog. */
export function stepSummaries(facts: RunFacts): readonly StepSummary[] {
  const { workspace, plan, outcome, error } = facts;
  const totals = Object.values(countTotals(plan, createFates(facts)));
  const sum = (column: keyof Totals) =>
    outcome === null ? 0 : totals.reduce((all, kind) => all + kind[column], 0);
  const failed = outcome?.failures ?? [];
  const ended = error === null ? [] : [{ name: 'run', error: plain(error.code) }];
  const told = failed.slice(0, MOST_FAILURES).map(({ key, status }) => ({
    name: plain(key),
    error: status === undefined ? 'not written' : `HTTP ${status}`,
  }));
  return [
    {
      name: 'Mode',
      records: workspace?.reports.length ?? 0,
      updated_records: 0,
      warnings: (plan?.incomplete.length ?? 0) + (workspace?.notices.length ?? 0),
      errors: 0,
      filtered: workspace?.leftOut.length ?? 0,
      failures: [],
    },
    {
      name: 'OpenMetadata',
      records: sum('created'),
      updated_records: sum('changed') + sum('deleted'),
      warnings: 0,
      errors: failed.length + ended.length,
      filtered: sum('kept'),
      failures: [...ended, ...told],
    },
  ];
}

/** Names and codes in plain characters, since the record is shown to everybody: text of Mode's may be anything. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N} .:"_→-]/gu, '?').slice(0, LONGEST);

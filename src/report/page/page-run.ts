import { escapeTerminal } from '../escape-terminal.ts';
import { plainLine } from '../plain-line.ts';
import type { RunReport } from '../run-report.ts';
import { statusTitle } from '../sections/opening.ts';
import { verdictTitle } from '../sections/queries.ts';
import { duration, grouped, plural } from '../words.ts';
import type { PageRun } from './page-data.ts';

/** Characters of one message. */
const LONGEST = 2000;

const line = (text: string): string => plainLine(text, LONGEST);

/** What a report says of the run as a whole. */
export function pageRun(report: RunReport): PageRun {
  const { error, guard } = report;
  return {
    command: report.command,
    status: report.status,
    title: statusTitle(report),
    verdict: line(report.verdict),
    facts: runFacts(report),
    totals: report.totals,
    verdicts: Object.entries(report.verdicts).map(([verdict, count]) => [
      verdict,
      line(verdictTitle(verdict)),
      count,
    ]),
    error:
      error === null
        ? null
        : { code: line(error.code), message: lines(error.message), next: lines(error.next) },
    guard: guard === null ? null : { ...guard, reasons: guard.reasons.map(line) },
    failures: report.failures.map(({ key, error: why }) => [line(key), line(why)]),
    incomplete: report.incomplete.map(line),
    findings: report.findings.map(({ severity, file, line: row, message, next }) => [
      severity,
      line(row === undefined ? file : `${file}:${row}`),
      line(message),
      line(next ?? ''),
    ]),
    notices: report.notices.map(line),
    skipped: report.skipped.map(({ what, name, why }) => [line(what), line(name), line(why)]),
    missingTables: report.missingTables.map(({ name, queries }) => [line(name), queries]),
  };
}

/** Its line breaks mean something. */
const lines = (text: string): string => escapeTerminal(text.slice(0, LONGEST));

function runFacts(report: RunReport): PageRun['facts'] {
  const { config, service, servers, startedAt, durationMs, calls, pipeline, usage } = report;
  const facts = [
    ['Configuration', config],
    ['Service', service],
    ['Mode', servers.mode],
    [
      'OpenMetadata',
      servers.openMetadata === null
        ? null
        : `${servers.openMetadata} ${servers.openMetadataVersion ?? ''}`.trim(),
    ],
    ['Started', `${startedAt.slice(0, 10)} ${startedAt.slice(11, 19)} UTC`],
    ['Took', duration(durationMs)],
    [
      'Calls',
      `${grouped(calls.mode)} to Mode, ${grouped(calls.openMetadata)} to OpenMetadata, ${grouped(calls.writes)} of them writes`,
    ],
    [
      'Shown in OpenMetadata',
      pipeline === null ? null : `${pipeline.fqn}: ${pipeline.problem ?? pipeline.state}`,
    ],
    [
      'Views',
      usage === null || (usage.off === null && usage.dashboards === 0)
        ? null
        : (usage.off ??
          `${grouped(usage.views)} of ${plural(usage.dashboards, 'dashboard')} on ${usage.date}`),
    ],
  ] as const;
  return facts.flatMap(([what, value]) => (value === null ? [] : [[what, line(value)] as const]));
}

import { VERSION } from '../../version.ts';
import { type Markdown, md } from '../markdown.ts';
import type { RunReport } from '../run-report.ts';
import { duration, plural } from '../words.ts';

/** One small line: what ran, how long, and how much it asked of both servers. */
export function runFactsSection(report: RunReport): Markdown {
  return md`<sub>${{ markdown: runFacts(report).map(shown).join(' · ') }}</sub>`;
}

const shown = (fact: string): string => md`${fact}`.markdown;

/** The same facts for every medium. */
export const runFacts = (report: RunReport): readonly string[] => [
  ...runCosts(report),
  startedText(report),
  `exit code ${report.exitCode}`,
];

/** `2026-11-25 04:25 UTC`. */
export const startedText = ({ startedAt }: RunReport): string =>
  `${startedAt.slice(0, 16).replace('T', ' ')} UTC`;

/** What ran and what it took. */
export function runCosts({ command, servers, calls, durationMs, pipeline }: RunReport): readonly string[] {
  const version = servers.openMetadataVersion;
  return [
    `mode-ingest ${VERSION} ${command}`,
    ...(version === null ? [] : [`OpenMetadata ${version}`]),
    ...(calls.mode + calls.openMetadata === 0
      ? []
      : [
          `${plural(calls.mode, 'call')} to Mode`,
          `${plural(calls.openMetadata, 'call')} to OpenMetadata, ${plural(calls.writes, 'write')}`,
        ]),
    ...(pipeline === null || pipeline.problem !== null
      ? []
      : [`shown in OpenMetadata under ${pipeline.fqn}`]),
    duration(durationMs),
  ];
}

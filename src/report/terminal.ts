import { groupBy } from './group-by.ts';
import { usageLine } from './report-usage.ts';
import type { RunReport } from './run-report.ts';
import { statusTitle } from './sections/opening.ts';
import { runFacts } from './sections/run-facts.ts';
import { worstFirst } from './sections/trouble.ts';
import { capped, MOST } from './terminal-list.ts';
import { missingTableLines, queryLines } from './terminal-queries.ts';
import { terminalSteps } from './terminal-steps.ts';
import { line, type Paint, painter, type Style, WIDTH } from './terminal-style.ts';
import { terminalTotals } from './terminal-totals.ts';
import { plural } from './words.ts';
import { wrap } from './wrap.ts';

const STATUS_STYLE: Readonly<Record<RunReport['status'], Style>> = {
  done: 'green',
  valid: 'green',
  planned: 'blue',
  partial: 'yellow',
  guarded: 'yellow',
  empty: 'yellow',
  failed: 'red',
  invalid: 'red',
};

/** A run for a terminal of 100 columns, without a newline at its end. `verbose` shows every step and every entry. */
export function renderTerminal(
  report: RunReport,
  { colour, verbose = false }: { readonly colour: boolean; readonly verbose?: boolean },
): string {
  const paint = painter(colour);
  const most = verbose ? Number.POSITIVE_INFINITY : MOST;
  const title = [statusTitle(report), ...(report.service === null ? [] : [line(report.service)])].join(': ');
  const parts: readonly (readonly string[])[] = [
    [
      paint(STATUS_STYLE[report.status], paint('bold', title)) + paint('dim', `  ${line(report.config)}`),
      wrap(line(report.verdict), WIDTH),
    ],
    terminalTotals(report, paint),
    usageLines(report),
    part('Error', errorLines(report), paint),
    part('Configuration', capped(findingLines(report, paint), most), paint),
    part(
      'Not written',
      capped(
        report.failures.map(({ key, error }) => entry(line(key), error)),
        most,
      ),
      paint,
    ),
    part(
      'Not complete',
      capped(
        report.incomplete.map((text) => wrap(line(text), WIDTH, 2, 2)),
        most,
      ),
      paint,
    ),
    part('Deletions stopped', guardLines(report), paint),
    part('Missing from the catalog', missingTableLines(report, most), paint),
    part('Queries without full lineage', queryLines(report, most, paint), paint),
    part(
      'Worth knowing',
      capped(
        report.notices.map((text) => wrap(line(text), WIDTH, 2, 2)),
        most,
      ),
      paint,
    ),
    part('Left out or kept', skippedLines(report, verbose), paint),
    verbose ? part('Steps', terminalSteps(report, paint), paint) : [],
    [
      paint(
        'dim',
        wrap(
          runFacts(report)
            .map((fact) => line(fact))
            .join(' · '),
          WIDTH,
        ),
      ),
    ],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const usageLines = (report: RunReport): readonly string[] => {
  const text = usageLine(report);
  return text === '' ? [] : [wrap(line(text), WIDTH)];
};

const part = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : [paint('bold', title), ...lines];

/** A name, and what is to be said about it in lines of its own. */
const entry = (name: string, text: string): string => `  ${name}\n${wrap(line(text), WIDTH, 4)}`;

function errorLines({ error }: RunReport): readonly string[] {
  if (error === null) return [];
  return [
    wrap(`${line(error.message)} (${line(error.code)})`, WIDTH, 2),
    wrap(`Next: ${line(error.next)}`, WIDTH, 2),
  ];
}

const SEVERITY_STYLE = { error: 'red', warning: 'yellow', notice: 'blue' } as const;

const findingLines = ({ findings }: RunReport, paint: Paint): readonly string[] =>
  worstFirst(findings).map(({ severity, code, file, line: row = 1, column = 1, message, next }) => {
    const place = `${line(file)}:${row}:${column}`;
    const text = next === undefined ? message : `${message} Next: ${next}`;
    return `  ${paint(SEVERITY_STYLE[severity], severity)} ${place} ${paint('dim', line(code))}\n${wrap(line(text), WIDTH, 4)}`;
  });

const guardLines = ({ guard }: RunReport): readonly string[] =>
  guard === null || guard.state !== 'stopped'
    ? []
    : [
        ...guard.reasons.map((reason) => wrap(line(reason), WIDTH, 2, 2)),
        `  Kept: ${plural(guard.deletions, 'asset')}. If this is right, allow it with --max-deletions N.`,
      ];

/** Each reason with how often it was given; every entry by name when all are asked for. */
function skippedLines({ skipped }: RunReport, verbose: boolean): readonly string[] {
  if (verbose) {
    const text = ({ what, name, why }: RunReport['skipped'][number]) =>
      `${line(name) === '' ? what : `${what} ${line(name, 200)}`}: ${line(why)}`;
    return skipped.map((one) => wrap(text(one), WIDTH, 2, 2));
  }
  const reasons = groupBy(skipped, ({ what, why }) => `${what}\n${why}`);
  return capped(
    [...reasons.values()].map((those) => {
      const [{ what, why } = { what: '', why: '' }] = those;
      return wrap(`${plural(those.length, what)}: ${line(why)}`, WIDTH, 2, 2);
    }),
    MOST,
  );
}

import { styleText } from 'node:util';
import type { Finding, LoggerLevel } from '../config/workflow-config.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import type { Host } from './host.ts';
import { createSecretMask } from './mask-secrets.ts';
import { createProgressLine, type TerminalStream } from './progress-line.ts';
import { createStages, describeStage } from './stages.ts';

export interface TerminalHostOptions {
  /** Where all but the report goes, so that the report can be piped. */
  readonly stderr: TerminalStream;
  /** Whether stderr can rewrite a line. */
  readonly isTty: boolean;
  readonly colour: boolean;
  /** Less severe notes are not shown. */
  readonly level: LoggerLevel;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type Colour = 'red' | 'yellow' | 'cyan' | 'bold' | 'dim';

const RANK: Readonly<Record<LoggerLevel, number>> = { DEBUG: 0, INFO: 1, WARN: 2, ERROR: 3 };
const SEVERITIES: Readonly<Record<Finding['severity'], readonly [LoggerLevel, Colour]>> = {
  error: ['ERROR', 'red'],
  warning: ['WARN', 'yellow'],
  notice: ['INFO', 'cyan'],
};
/** Without a terminal, a long stage shows this often that it is alive. */
const PIPE_INTERVAL_MS = 10_000;

/** A terminal or a log file: notes on standard error, one line of progress that never stays behind, secrets masked in everything. */
export function createTerminalHost(options: TerminalHostOptions): Host {
  const { stderr, isTty, level, now } = options;
  const mask = createSecretMask();
  const stages = createStages(now);
  const line = createProgressLine(stderr, now);
  let depth = 0;

  const shows = (wanted: LoggerLevel): boolean => RANK[wanted] >= RANK[level];
  const paint = (colour: Colour, text: string): string =>
    options.colour ? styleText(colour, text, { validateStream: false }) : text;
  const safe = (text: string): string => escapeTerminal(mask.hide(text));
  const say = (wanted: LoggerLevel, text: string): void => {
    if (!shows(wanted)) return;
    line.clear();
    stderr.write(`${text}\n`);
  };

  return {
    debug: (text) => say('DEBUG', paint('dim', safe(text))),
    info: (text) => say('INFO', safe(text)),
    warning: (text) => say('WARN', `${paint('yellow', 'Warning:')} ${safe(text)}`),
    error: (text) => say('ERROR', `${paint('red', 'Error:')} ${safe(text)}`),
    finding(finding) {
      const [wanted, colour] = SEVERITIES[finding.severity];
      const place = `${safe(finding.file)}:${finding.line ?? 1}:${finding.column ?? 1}`;
      const next = finding.next === undefined ? '' : `\n  ${safe(finding.next)}`;
      say(
        wanted,
        `${place} ${paint(colour, `${finding.severity}:`)} ${safe(finding.message)} (${finding.code})${next}`,
      );
    },
    mask: (secret) => mask.add(secret),
    async group(title, work) {
      say('INFO', paint('bold', safe(title)));
      depth += 1;
      try {
        return await work();
      } finally {
        depth -= 1;
        if (depth === 0) {
          line.clear();
          stages.clear();
        }
      }
    },
    progress(name, done, total) {
      if (!shows('INFO')) return;
      const stage = stages.note(name, done, total);
      if (isTty) line.show(safe(stages.running().map(describeStage).join(' | ')));
      else if (stages.isDue(stage, PIPE_INTERVAL_MS)) say('INFO', safe(describeStage(stage)));
    },
  };
}

import * as core from '@actions/core';
import type { Finding } from '../config/workflow-config.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import type { Host } from './host.ts';
import { inertLog } from './inert-log.ts';
import { createSecretMask } from './mask-secrets.ts';
import { createStages, describeStage } from './stages.ts';

type Severity = Finding['severity'];
type Annotate = (text: string, place?: core.AnnotationProperties) => void;

/** GitHub keeps the first ten annotations of each type in a step, and 4,096 characters of each. The tenth may have to count the rest. */
const MOST_ANNOTATIONS = 10;
const LONGEST_ANNOTATION = 4_000;
const PROGRESS_INTERVAL_MS = 5_000;

const ANNOTATE: Readonly<Record<Severity, Annotate>> = {
  error: core.error,
  warning: core.warning,
  notice: core.notice,
};

/** A step of a GitHub workflow: findings and warnings become annotations, secrets are made known to the runner. */
export function createActionsHost(now: () => number = Date.now): Host {
  const stages = createStages(now);
  const mask = createSecretMask();
  const annotations: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  /** The tenth of each type, until it is known whether it is the last. */
  const held: Partial<Record<Severity, () => void>> = {};
  let depth = 0;
  let isFatal = false;

  // The runner masks too, but cannot know a secret that was cut in two.
  const safe = (text: string): string => escapeTerminal(mask.hide(text));
  const log = (text: string): void => core.info(inertLog(safe(text)));

  /** An annotation as long as GitHub keeps them, then lines in the log: `plain` is how it reads there. */
  const annotate = (
    type: Severity,
    text: string,
    plain: string,
    place: core.AnnotationProperties = {},
  ): void => {
    annotations[type] += 1;
    const show = () => ANNOTATE[type](shorten(safe(text)), place);
    if (annotations[type] < MOST_ANNOTATIONS) {
      show();
      return;
    }
    if (annotations[type] === MOST_ANNOTATIONS) {
      held[type] = show;
      log(`From here on, ${type}s stand in the log: GitHub shows ${MOST_ANNOTATIONS} of each type.`);
    }
    log(plain);
  };

  const countTheRest = (type: Severity): void => {
    const rest = annotations[type] - MOST_ANNOTATIONS + 1;
    // What ended the run has the tenth place among the errors.
    if (type === 'error' && isFatal) return;
    if (rest === 1) held[type]?.();
    else if (rest > 1)
      ANNOTATE[type](
        `${rest} more ${type}s stand in the log of this step, from where it says "From here on" until its end.`,
      );
  };

  return {
    debug: (text) => core.debug(safe(text)),
    info: log,
    warning: (text) => annotate('warning', text, `Warning: ${text}`),
    // Always an annotation command: it ends the run, and the log shows it in red.
    error(text) {
      isFatal = true;
      core.error(shorten(safe(text)));
    },
    finding(finding) {
      const { severity, file, message } = finding;
      const text = finding.next === undefined ? message : `${message}\n${finding.next}`;
      const place = `${file}:${finding.line ?? 1}:${finding.column ?? 1}`;
      annotate(severity, text, `${place} ${severity}: ${text}`, {
        title: finding.code,
        file: safe(file),
        ...(finding.line === undefined ? {} : { startLine: finding.line }),
        ...(finding.column === undefined ? {} : { startColumn: finding.column }),
      });
    },
    mask(secret) {
      for (const form of mask.add(secret)) core.setSecret(form);
    },
    async group(title, work) {
      // Groups do not nest: an inner one would end the outer one.
      if (depth > 0) log(title);
      else core.startGroup(safe(title));
      depth += 1;
      try {
        return await work();
      } finally {
        depth -= 1;
        if (depth === 0) {
          core.endGroup();
          stages.clear();
        }
      }
    },
    end() {
      for (const type of ['error', 'warning', 'notice'] as const) countTheRest(type);
    },
    progress(name, done, total) {
      const stage = stages.note(name, done, total);
      if (stages.isDue(stage, PROGRESS_INTERVAL_MS)) log(describeStage(stage));
    },
  };
}

const shorten = (text: string): string =>
  text.length > LONGEST_ANNOTATION ? `${escapeTerminal(text.slice(0, LONGEST_ANNOTATION - 1))}…` : text;

import { changeVerdict, hasChanges, isTrouble, troubleVerdict } from '../change-verdict.ts';
import { alert, code, heading, join, link, type Markdown, md, NOTHING, prose } from '../markdown.ts';
import type { RunReport } from '../run-report.ts';
import { safeUrl } from '../safe-url.ts';
import { withoutStop } from '../words.ts';
import { runCosts, startedText } from './run-facts.ts';

/** What a comment tells beside the report: whose it is, and when. */
export interface CommentContext {
  /** The hidden line by which it is found again. */
  readonly marker: string;
  /** What parts it from others on the same configuration; empty for the only one. */
  readonly label: string;
  /** The commit that was looked at; null when it is not known. */
  readonly commit: { readonly sha: string; readonly url: string } | null;
  /** The page of the workflow run, which holds the full report; null when it is not known. */
  readonly runUrl: string | null;
}

/** The marker, the verdict, and what it is about. */
export function commentHead(report: RunReport, context: CommentContext): Markdown {
  return join(
    [
      { markdown: context.marker },
      heading(title(report)),
      join(
        [
          join([code(report.config), context.label === '' ? NOTHING : md`_${context.label}_`], ' '),
          report.service === null ? NOTHING : md`→ ${report.service}`,
        ],
        ' ',
      ),
      trouble(report),
    ],
    '\n\n',
  );
}

/** Where there was something to say before, and nothing is left to do, that is the news. */
function title(report: RunReport): Markdown {
  if (report.status === 'guarded' && !hasChanges(report))
    return md`❌ ${prose(withoutStop(troubleVerdict(report)), 300)}; nothing else would change`;
  if (isTrouble(report) && !hasChanges(report)) return md`❌ ${prose(report.verdict, 300)}`;
  if (report.status === 'valid') return md`✅ ${prose(report.verdict, 300)}`;
  if (!hasChanges(report)) return md`✅ Resolved: nothing is left to do, the catalog is true to Mode`;
  return prose(changeVerdict(report), 300);
}

const trouble = (report: RunReport): Markdown =>
  isTrouble(report) && hasChanges(report)
    ? alert(report.status === 'failed' ? 'CAUTION' : 'WARNING', prose(troubleVerdict(report), 600))
    : NOTHING;

/** The commit and the time, where the full report is, and what it took. */
export function commentFoot(report: RunReport, { commit, runUrl }: CommentContext): Markdown {
  const done = { validate: 'Checked', plan: 'Planned', ingest: 'Ingested', sweep: 'Ingested' }[
    report.command
  ];
  const what = report.status === 'failed' ? 'Failed' : report.status === 'invalid' ? 'Checked' : done;
  const url = safeUrl(commit?.url ?? null);
  const sha = commit === null || !/^[0-9a-f]{40,64}$/.test(commit.sha) ? null : commit.sha.slice(0, 7);
  const of = sha === null || url === null ? NOTHING : { markdown: ` for [<code>${sha}</code>](${url})` };
  return join(
    [
      md`---`,
      join(
        [
          md`${what}${of} at ${startedText(report)}`,
          report.command === 'plan' || report.command === 'validate' ? md`nothing was written` : NOTHING,
          link('Full report of this run', runUrl),
        ],
        ' · ',
      ),
      md`<sub>${{
        markdown: runCosts(report)
          .map((fact) => md`${fact}`.markdown)
          .join(' · '),
      }}</sub>`,
    ],
    '\n\n',
  );
}

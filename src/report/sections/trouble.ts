import { type AssetNames, assetNames, assetPath } from '../asset-names.ts';
import { code, details, heading, join, list, type Markdown, md, NOTHING, prose } from '../markdown.ts';
import { markdownTable, more } from '../markdown-table.ts';
import type { RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { plural } from '../words.ts';

/** Of a long list these stand open and the rest folds, so that what comes after it is not pushed away. */
const OPEN = 10;

const folding = <Item>(
  items: readonly Item[],
  draw: (some: readonly Item[], most: number) => Markdown,
  most: number,
): readonly Markdown[] => {
  const [first, rest] = [items.slice(0, OPEN), items.slice(OPEN)];
  return rest.length === 0
    ? [draw(first, most)]
    : [draw(first, most), details(md`${rest.length} more`, draw(rest, Math.max(0, most - OPEN)))];
};

/** What could not be written, with the server's own words. */
export function failuresSection(report: RunReport, { rows }: Detail): Markdown {
  const { failures } = report;
  if (failures.length === 0) return NOTHING;
  const names = assetNames(report);
  return join(
    [
      heading(md`Not written`),
      ...folding(
        failures,
        (some, most) =>
          markdownTable(
            [{ title: 'What' }, { title: 'Why' }],
            some,
            ({ key, error }) => [failed(key, names), prose(error, 500)],
            most,
          ),
        rows,
      ),
    ],
    '\n\n',
  );
}

/** The asset by its name where it has one, or the one that an edge leads to, and the key by which logs and servers know it. */
function failed(key: string, names: AssetNames): Markdown {
  const known = names.get(key.slice(key.indexOf(':') + 1)) ?? names.get(key.split(' → ')[1] ?? '');
  return known === undefined ? code(key) : md`**${assetPath(known)}**<br>${code(key)}`;
}

/** What of Mode could not be read, or of the plan was not reached. */
export function incompleteSection({ incomplete }: RunReport, { rows }: Detail): Markdown {
  if (incomplete.length === 0) return NOTHING;
  return join(
    [
      heading(md`Not complete`),
      ...folding(
        incomplete,
        (some, most) =>
          join(
            [list(some.slice(0, most).map((part) => prose(part, 500))), more(some.length - most, 'more')],
            '\n\n',
          ),
        rows,
      ),
      md`What a run does not see stays in the catalog as it is. The next run tries again.`,
    ],
    '\n\n',
  );
}

const GUARD_NEXT = md`If this is right, allow it: \`max-deletions: N\` for a number of assets, or \`max-deletion-share: X\` for a share of them.`;

/** A guard that stopped deletions, and what lifts it. */
export function guardSection({ guard, command }: RunReport, { rows }: Detail): Markdown {
  if (guard === null || guard.state !== 'stopped') return NOTHING;
  return join(
    [
      command === 'plan' ? heading(md`A guard would stop the deletions`) : heading(md`Deletions stopped`),
      md`${plural(guard.deletions, 'asset')} of the catalog would be deleted, and the guard ${command === 'plan' ? 'would keep' : 'kept'} all of them:`,
      list(guard.reasons.slice(0, rows).map((reason) => prose(reason, 500))),
      more(guard.reasons.length - rows, 'more'),
      GUARD_NEXT,
    ],
    '\n\n',
  );
}

const SEVERITY = { error: '🔴 error', warning: '🟡 warning', notice: '🔵 notice' } as const;

/** Errors, then warnings, then notices. */
export const worstFirst = (findings: RunReport['findings']): RunReport['findings'] => {
  const order = Object.keys(SEVERITY);
  return [...findings].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
};

/** What is to be said about the configuration, the worst first. */
export function findingsSection({ findings }: RunReport, { rows }: Detail): Markdown {
  if (findings.length === 0) return NOTHING;
  return join(
    [
      heading(md`Configuration`),
      markdownTable(
        [{ title: 'Where' }, { title: '' }, { title: 'What' }, { title: 'Next' }],
        worstFirst(findings),
        ({ severity, code: name, message, next, file, line, column }) => [
          code(
            [file, line, line === undefined ? undefined : column]
              .filter((part) => part !== undefined)
              .join(':'),
          ),
          { markdown: SEVERITY[severity].replace(' ', '&nbsp;') },
          join([prose(message, 500), code(name)], '<br>'),
          prose(next ?? '', 500),
        ],
        rows,
      ),
    ],
    '\n\n',
  );
}

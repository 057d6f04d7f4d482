import { plural } from '../../words.ts';
import type { PageRun } from '../page-data.ts';
import { element } from './element.ts';
import { FEW, longList } from './long-list.ts';

/** What went wrong or stands in the way, the worst first: each a box that says what and how to go on. */
export function trouble(run: PageRun): HTMLElement {
  const { error, guard, failures, incomplete, findings } = run;
  const box = (kind: string, title: string, ...children: readonly Node[]) =>
    element('section', { class: `callout ${kind}` }, element('h2', {}, title), ...children);
  const lines = (texts: readonly string[]) =>
    longList(texts, (text) => element('span', {}, text), { first: FEW });
  return element(
    'div',
    { class: 'trouble' },
    error &&
      box(
        'bad',
        'What went wrong',
        element('p', { class: 'message' }, error.message),
        element('p', { class: 'message' }, element('b', {}, 'Next: '), error.next),
        element('p', {}, element('code', {}, error.code)),
      ),
    failures.length > 0 &&
      box(
        'bad',
        `${plural(failures.length, 'write')} failed`,
        longList(failures, ([key, why]) => element('span', {}, element('code', {}, key), ` ${why}`), {
          first: FEW,
        }),
      ),
    guard?.state === 'stopped' &&
      box(
        'warn',
        `The guard ${run.command === 'plan' ? 'would stop' : 'stopped'} ${plural(guard.deletions, 'deletion')}`,
        lines(guard.reasons),
        element(
          'p',
          {},
          element('b', {}, 'Next: '),
          'Nothing was deleted. If they should go, raise max-deletions or max-deletion-share for one run.',
        ),
      ),
    incomplete.length > 0 &&
      box('warn', `${plural(incomplete.length, 'part')} not read or not reached`, lines(incomplete)),
    guard?.state === 'off' && guard.reasons.length > 0 && box('info', 'No deletions', lines(guard.reasons)),
    findings.length > 0 &&
      box(
        findings.some(([severity]) => severity === 'error') ? 'bad' : 'info',
        'About the configuration',
        longList(
          findings,
          ([severity, place, message, next]) =>
            element(
              'span',
              {},
              element('b', { class: severity }, severity),
              ' ',
              element('code', {}, place),
              ` ${message} `,
              element('em', {}, next),
            ),
          { first: 2 * FEW },
        ),
      ),
  );
}

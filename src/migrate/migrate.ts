import { LineCounter, parseDocument as parseYaml } from 'yaml';
import { parseDocument } from '../config/document/parse-document.ts';
import type { Remark } from '../config/remark.ts';
import { SERVICES_SECTION } from '../config/schema/service-keys.ts';
import { applyEdits } from './edit.ts';
import { OldKeyFinder } from './find-old-keys.ts';
import type { Migration } from './migration.ts';
import { rewriteKey } from './rewrite-key.ts';
import { sameMeaning } from './same-meaning.ts';

/**
 * A workflow YAML or JSON with today's keys. Only keys are written anew, and only at their places: comments, order, quotes and line ends
 * are the text's own. The result is read again, and stands only when it is the same configuration.
 */
export function migrate(source: string): Migration {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(mark.length);
  const stays = (remarks: readonly Remark[]): Migration => ({ text: source, changes: [], remarks });
  const parsed = parseDocument(text);
  if (parsed.root === null) return stays(parsed.remarks);

  const lineCounter = new LineCounter();
  const document = parseYaml(text, { lineCounter, uniqueKeys: false, keepSourceTokens: true });
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const finder = new OldKeyFinder(document, placeOf);
  const old = finder.find();
  if (finder.remarks.length > 0 || old.length === 0) return stays(finder.remarks);

  const made = applyEdits(
    text,
    old.flatMap((one) => rewriteKey(text, one, document)),
  );
  if (!sameMeaning(text, made)) return stays([UNSAFE]);
  const changes = old.map(({ key, to, how }) => ({
    at: placeOf(key.key.range?.[0] ?? 0),
    from: key.name,
    to: how === 'move' ? `${SERVICES_SECTION}.${to}` : to,
  }));
  return { text: mark + made, changes, remarks: [] };
}

const UNSAFE: Remark = {
  severity: 'error',
  code: 'migration-unsafe',
  message: 'This file is written in a way that its keys cannot be renamed in without a change of meaning.',
  next: 'Write the sections out, without aliases and explicit keys, or rename the keys by hand.',
  at: { line: 1, column: 1 },
};

import { LineCounter, parseDocument as parseYaml } from 'yaml';
import type { Remark } from '../remark.ts';
import type { MapNode } from './config-node.ts';
import { YamlPlanter } from './yaml-planter.ts';
import { yamlRemark } from './yaml-problems.ts';

/** A workflow file is a few kilobytes; a certificate in it a few more. */
const MOST_CHARACTERS = 512 * 1024;
/** A real file is nested ten deep. The YAML library ends the whole process on some ten thousand open brackets. */
const MOST_OPEN_BRACKETS = 100;

export interface ParsedDocument {
  /** null where the remarks say why there is none. */
  readonly root: MapNode | null;
  readonly remarks: readonly Remark[];
}

/** YAML or JSON text (JSON is YAML) to its tree. No remark quotes the text: it may hold a secret. */
export function parseDocument(source: string): ParsedDocument {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (text.length > MOST_CHARACTERS) return refused('config-too-large', 'The file is larger than 512 KiB');
  if (openBrackets(text) > MOST_OPEN_BRACKETS)
    return refused('config-too-large', 'Too many brackets are open');

  const unreadable = text.search(/[\uFFFD\0]/);
  if (unreadable >= 0) return notUtf8(text.slice(0, unreadable));

  const lines = new LineCounter();
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const document = parseYaml(text, options);
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = [...document.errors, ...document.warnings].map(({ code, pos }) =>
    yamlRemark(code, placeOf(pos[0])),
  );
  if (broken.length > 0) return { root: null, remarks: onePerLine(broken) };

  const planter = new YamlPlanter(document, placeOf);
  const root = planter.plant();
  if (planter.remarks.length > 0) return { root: null, remarks: planter.remarks };
  if (root === null || (root.kind === 'scalar' && root.value === null))
    return refused('config-empty', 'The configuration is empty');
  if (root.kind !== 'map')
    return refused(
      'config-not-a-map',
      'The configuration is not a map of `source`, `sink` and `workflowConfig`',
    );
  return { root, remarks: [] };
}

const refused = (code: string, message: string): ParsedDocument => ({
  root: null,
  remarks: [
    {
      severity: 'error',
      code,
      message: `${message}.`,
      next: 'Give the workflow YAML of OpenMetadata’s Mode connector.',
      at: { line: 1, column: 1 },
    },
  ],
});

/** What no UTF-8 reader could read was put in as U+FFFD: it would end up in the catalog as a name. UTF-16 shows by its zeros. */
function notUtf8(before: string): ParsedDocument {
  const lines = before.split('\n');
  const at = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const message = 'The file is not in UTF-8: a character here cannot be read.';
  const next = 'Save it in the encoding UTF-8.';
  return { root: null, remarks: [{ severity: 'error', code: 'config-encoding', message, next, at }] };
}

/** One slip makes the parser stumble several times on its line: the first one tells the cause. */
function onePerLine(remarks: readonly Remark[]): readonly Remark[] {
  const seen = new Set<number>();
  return remarks.filter(({ at }) => at === null || (!seen.has(at.line) && seen.add(at.line)));
}

function openBrackets(text: string): number {
  let open = 0;
  let most = 0;
  for (const [character] of text.matchAll(/[[\]{}]/g)) {
    open += character === '[' || character === '{' ? 1 : -1;
    most = Math.max(most, open);
    open = Math.max(open, 0);
  }
  return most;
}

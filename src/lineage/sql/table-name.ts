import type { Dialect } from '../dialect.ts';
import type { TableName } from '../sources.ts';
import type { Token } from './token.ts';

/** A dotted name as it stands in the SQL; a part that is left empty (`db..t`) is null. */
export interface DottedName {
  readonly parts: readonly (string | null)[];
  /** Another server that holds it (`t@link`); null when none is named. */
  readonly link: string | null;
  /** Index of the token after it. */
  readonly next: number;
}

/** Reads the dotted name that begins at `index`; null when none does. */
export function readDottedName(tokens: readonly Token[], index: number, dialect: Dialect): DottedName | null {
  const parts: (string | null)[] = [];
  let at = index;
  for (;;) {
    const part = readPart(tokens, at, dialect, parts.length > 0);
    if (part !== null) {
      parts.push(...part.parts);
      at = part.next;
    } else if (parts.length > 0 && isDot(tokens[at])) parts.push(null);
    else break;
    if (!isDot(tokens[at])) break;
    at += 1;
  }
  if (parts.length === 0) return null;
  const linked = dialect === 'oracle' && tokens[at]?.text === '@' && tokens[at]?.kind === 'symbol';
  const link = linked ? readDottedName(tokens, at + 1, 'generic') : null;
  if (link === null) return { parts, link: null, next: at };
  return { parts, link: link.parts.join('.'), next: link.next };
}

const isDot = (token: Token | undefined): boolean => token?.kind === 'symbol' && token.text === '.';

function readPart(
  tokens: readonly Token[],
  at: number,
  dialect: Dialect,
  afterDot: boolean,
): { parts: string[]; next: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'name') {
    // BigQuery alone lets one pair of backticks stand around a whole path.
    return { parts: dialect === 'bigquery' ? token.text.split('.') : [token.text], next: at + 1 };
  }
  if (token.kind !== 'word' && !(afterDot && token.kind === 'number')) return null;
  if (dialect !== 'bigquery') return { parts: [token.text], next: at + 1 };
  // BigQuery's project ids hold hyphens and may stand without quotes.
  let text = token.text;
  let next = at + 1;
  for (;;) {
    const [dash, rest] = [tokens[next], tokens[next + 1]];
    if (dash?.text !== '-' || dash.start !== tokens[next - 1]?.end || rest?.start !== dash.end) break;
    if (rest.kind !== 'word' && rest.kind !== 'number') break;
    text += `-${rest.text}`;
    next += 2;
  }
  return { parts: [text], next };
}

/** A table's name from its parts, aligned to the right; `db..t` leaves the schema null. Null when the last part is empty. */
export function toTableName(
  { parts, link }: Pick<DottedName, 'parts' | 'link'>,
  dialect: Dialect,
): TableName | null {
  const all = joinInformationSchema(parts, dialect);
  const table = all.at(-1);
  if (table === undefined || table === null || table === '') return null;
  const named = (part: string | null | undefined): string | null => (part === '' ? null : (part ?? null));
  const server = link ?? named(all.at(-4));
  const name = { db: named(all.at(-3)), schema: named(all.at(-2)), table };
  return server === null ? name : { server, ...name };
}

/** BigQuery's `project.dataset.INFORMATION_SCHEMA.TABLES`: the view belongs to the dataset. */
function joinInformationSchema(
  parts: readonly (string | null)[],
  dialect: Dialect,
): readonly (string | null)[] {
  const [view, schema] = [parts.at(-1), parts.at(-2)];
  if (dialect !== 'bigquery' || schema?.toUpperCase() !== 'INFORMATION_SCHEMA' || parts.length < 3)
    return parts;
  return [...parts.slice(0, -2), `${schema}.${view}`];
}

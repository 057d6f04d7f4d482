import { UNKNOWN_NAME } from '../liquid/unknown.ts';
import type { Diagnostic, TableName } from '../sources.ts';
import { runsQuery } from '../sql/inner-queries.ts';
import type { StatementTables } from '../sql/scan-tables.ts';
import type { Token } from '../sql/token.ts';

/** Functions that send the text of a query elsewhere. */
const SENDS_QUERY = /^(?:dblink|openquery|openrowset|external_query)$/i;

/** What a reader of one statement's tables should know although nothing went wrong. Lines count from 1 in the statement. */
export function remarks(
  sql: string,
  tokens: readonly Token[],
  { reads, targets, unnamed }: StatementTables,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const start = tokens[0]?.start ?? 0;
  const lineOf = (offset = start): number => sql.slice(start, offset).split('\n').length;
  for (const [index, { kind, text, start: at }] of tokens.entries()) {
    if (kind !== 'word' || tokens[index + 1]?.text !== '(') continue;
    const unread = SENDS_QUERY.test(text) || (runsQuery(text) && tokens[index + 2]?.text !== '(');
    if (unread) found.push(queryInText(text, lineOf(at)));
  }
  if (reads.length === 0 && targets.length > 0 && tokens.some(({ upper }) => upper === 'RETURNING'))
    found.push(WRITTEN_ROWS);
  const unknown = unnamed.map(({ name, at }) => unknownName(name, lineOf(tokens[at]?.start)));
  return [...found, ...unknown.filter((one) => one !== null)];
}

const queryInText = (name: string, line: number): Diagnostic => ({
  code: 'query-in-text',
  message: `${name.toUpperCase()} runs a query that is given as text or sent to another server; the tables in it are not read.`,
  line,
});

/** Null for a wildcard of which only the end is not known: it still says which tables are meant. */
function unknownName({ table, ...others }: TableName, line: number): Diagnostic | null {
  const because = 'a Liquid parameter that has no default value';
  if (table.includes(UNKNOWN_NAME) && !table.endsWith('*')) {
    return {
      code: 'liquid-unknown-table',
      message: `The name of a table comes from ${because}: it is not seen.`,
      line,
    };
  }
  if (!Object.values(others).some((part) => part?.includes(UNKNOWN_NAME))) return null;
  const message = `What holds the table ${JSON.stringify(table.replaceAll(UNKNOWN_NAME, ''))} comes from ${because}: any will do.`;
  return { code: 'liquid-unknown-schema', message, line };
}

/** True for the remark that a table is not seen. */
export const isTableUnseen = ({ code }: Diagnostic): boolean => code === 'liquid-unknown-table';

const WRITTEN_ROWS: Diagnostic = {
  code: 'rows-written',
  message: 'The statement shows rows that it writes itself; a table that is written to is not linked.',
  line: 1,
};

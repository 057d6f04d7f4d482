import type { QuerySources, Verdict } from '../lineage/sources.ts';

/** What a verdict on a query means, and what the reader can do. */
export const NEXT_STEPS: Readonly<Record<Verdict, { readonly title: string; readonly next: string }>> = {
  unparsed: {
    title: 'SQL not understood',
    next: 'Look at the place named; a Liquid default for its parameters often helps.',
  },
  'no-connection': {
    title: 'No usable connection',
    next: 'Give the query a connection that exists in Mode, and check that the token may see it.',
  },
  ambiguous: {
    title: 'More than one table fits',
    next: 'Write the table with its database and schema, or name the services to look in: lineageInformation.dbServicePrefixes.',
  },
  'not-in-catalog': {
    title: 'Tables not in the catalog',
    next: 'Ingest the database service that holds them, then run this again.',
  },
  'partly-linked': {
    title: 'Linked in part',
    next: 'Ingest the tables that are missing, then run this again.',
  },
  linked: {
    title: 'Linked, with a doubt',
    next: 'Look at the place named: tables may be missing, or there may be too many.',
  },
  'no-tables': {
    title: 'No tables read',
    next: 'Nothing to do: the SQL reads no table.',
  },
};

/** What the reader of one query can do; empty when there is nothing to do. */
export function nextStepOf({
  verdict,
  diagnostics,
  unlinked,
}: Pick<QuerySources, 'verdict' | 'diagnostics' | 'unlinked'>): string {
  if (verdict === 'linked' && diagnostics.length === 0) return '';
  // What could not be asked may well be there, and other advice would lead astray.
  if (unlinked.some(({ why }) => why === 'lookup-failed')) return ASK_AGAIN;
  const isUnclear = unlinked.length > 0 && unlinked.every(({ why }) => why === 'ambiguous');
  return NEXT_STEPS[isUnclear ? 'ambiguous' : verdict].next;
}

const ASK_AGAIN = 'Run this again when the catalog answers: a table could not be looked up.';

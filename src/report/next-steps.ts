import type { Verdict } from '../lineage/sources.ts';

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

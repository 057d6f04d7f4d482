import { ON } from '../connections.ts';
import type { CollectionDraft } from '../draft.ts';

/** The drafts of the key's owner: what a workspace holds that was never meant for anybody. */
export const personal: CollectionDraft = {
  name: 'Personal',
  description: null,
  kind: 'private',
  reports: [
    {
      name: null,
      key: 'untitled',
      by: 'amara',
      created: '2026-06-08',
      edited: null,
      ran: null,
      queries: [
        {
          name: 'Query 1',
          on: ON.snowflake,
          sql: 'SELECT 1',
          charts: [['table', null]],
        },
      ],
    },
    {
      name: 'Ideas for next year',
      by: 'amara',
      created: '2026-07-01',
      ran: null,
      views: 1,
      queries: [],
    },
    {
      name: 'Unfinished: stores near me',
      about: 'Its SQL never ran.',
      by: 'amara',
      created: '2026-07-14',
      ran: null,
      queries: [
        {
          name: 'Query 1',
          on: ON.snowflake,
          sql: "SELEC name, ST_DISTANCE(here, ((\nORDRE BY {% if near %} 'unclosed",
        },
        {
          name: 'Query 2',
          on: ON.snowflake,
          sql: "SELECT name, FROM sales.stores WHERE (country = 'SE'",
        },
      ],
    },
    {
      name: 'Is the warehouse awake?',
      by: 'amara',
      created: '2026-08-20',
      views: 14,
      queries: [
        {
          name: 'Ping',
          on: ON.snowflake,
          sql: "-- no FROM at all\nSELECT CURRENT_TIMESTAMP AS now, 'awake' AS state",
          charts: [['bigValue', 'Awake']],
        },
        { name: 'Empty', on: null, sql: '' },
      ],
    },
  ],
};

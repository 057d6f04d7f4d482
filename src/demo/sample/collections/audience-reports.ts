import { ON } from '../connections.ts';
import type { ReportDraft } from '../draft.ts';
import { sql } from '../sql.ts';

/** The marketing reports about people rather than campaigns. */
export const audienceReports: readonly ReportDraft[] = [
  {
    name: 'E-mail engagement',
    by: 'bjorn',
    created: '2026-03-19',
    edited: '2026-06-30',
    views: 233,
    queries: [
      {
        name: 'Events by kind',
        on: ON.snowflake,
        sql: sql`
          {% for kind in kinds %}
          SELECT '{{ kind }}' AS kind, DATE_TRUNC('week', e.happened_at) AS week, COUNT(*) AS events
          FROM marketing.email_events e
          WHERE e.event = '{{ kind }}'
          GROUP BY 2
          {% unless forloop.last %}UNION ALL{% endunless %}
          {% endfor %}

          {% form %}
          kinds:
            type: multiselect
            default: [opened, clicked]
            options: [sent, opened, clicked, left]
          {% endform %}
        `,
        charts: [['area', 'Opened, clicked']],
      },
    ],
  },
  {
    name: 'Loyalty club',
    about: 'Built by Esi, who has no account in the catalog.',
    by: 'esi_freelance',
    created: '2026-05-13',
    views: 205,
    queries: [
      {
        name: 'Points',
        on: ON.snowflake,
        sql: sql`
          SELECT c.segment, p.source, SUM(p.points) AS points
          FROM customers.loyalty_points p
          INNER JOIN customers.customers c ON c.customer_id = p.customer_id
          GROUP BY ALL
        `,
        charts: [['totalArea', 'Points earned']],
      },
      {
        name: 'Tickets of members',
        on: ON.snowflake,
        sql: sql`
          SELECT t.topic, AVG(t.satisfaction) AS satisfaction
          FROM customers.support_tickets t
          WHERE t.customer_id IN (SELECT customer_id FROM customers.loyalty_points)
          GROUP BY t.topic
        `,
        charts: [['hStackedBar100', 'Satisfaction <by topic>']],
      },
    ],
  },
  {
    name: 'Newsletter audience',
    kind: 'dataset',
    by: 'chiara',
    created: '2026-06-02',
    views: 12,
    queries: [
      {
        name: 'Audience',
        on: ON.snowflake,
        sql: 'SELECT c.customer_id, c.email, c.country\nFROM customers.customers c\nWHERE c.signed_up_at IS NOT NULL',
      },
    ],
  },
];

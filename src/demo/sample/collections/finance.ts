import { ON } from '../connections.ts';
import type { CollectionDraft } from '../draft.ts';
import { sql } from '../sql.ts';

export const finance: CollectionDraft = {
  name: 'Finance',
  description: 'For the finance team only.',
  kind: 'custom',
  restricted: true,
  reports: [
    {
      name: 'Monthly close',
      about: 'Booked against budget, by cost centre.',
      by: 'dmitri',
      created: '2026-01-09',
      edited: '2026-11-01',
      views: 340,
      queries: [
        {
          name: 'Actual and budget',
          on: ON.snowflake,
          sql: sql`
            WITH booked AS (
              SELECT DATE_TRUNC('month', e.booked_on) AS month, e.cost_centre, SUM(e.amount) AS amount
              FROM finance.ledger_entries e
              GROUP BY 1, 2
            )
            SELECT b.month, b.cost_centre, b.amount AS budget, booked.amount AS actual,
                   SUM(booked.amount) OVER (PARTITION BY b.cost_centre ORDER BY b.month) AS actual_to_date
            FROM finance.budgets b
            FULL OUTER JOIN booked ON booked.month = b.month AND booked.cost_centre = b.cost_centre
          `,
          charts: [
            ['linePlusBar', 'Actual & budget'],
            ['pivotTable', 'Cost centres', { generation: 'view' }],
          ],
        },
      ],
    },
    {
      name: 'Open invoices',
      by: 'dmitri',
      created: '2026-01-28',
      views: 512,
      queries: [
        {
          name: 'Overdue',
          on: ON.snowflake,
          sql: sql`
            SELECT i."INVOICE_ID", i."AMOUNT" * x."RATE_TO_EUR" AS "Amount in EUR"
            FROM "ANALYTICS"."FINANCE"."INVOICES" AS i
            JOIN "ANALYTICS"."FINANCE"."EXCHANGE_RATES" AS x
              ON x."CURRENCY" = i."CURRENCY" AND x."DAY" = i."ISSUED_ON"
            WHERE i."PAID_ON" IS NULL AND i."DUE_ON" < CURRENT_DATE
          `,
          charts: [
            ['bigValue', 'Overdue'],
            ['table', 'Overdue invoices'],
          ],
        },
      ],
    },
    {
      name: 'Exchange rates',
      by: 'report_robot',
      created: '2026-02-11',
      views: 45,
      queries: [
        {
          name: 'Rates',
          on: ON.snowflake,
          sql: sql`
            SELECT day, currency, rate_to_eur
            FROM finance.exchange_rates
            WHERE currency = {% case currency %}{% when 'dollar' %}'USD'{% when 'pound' %}'GBP'{% else %}'SEK'{% endcase %}
            ORDER BY day

            {% form %}
            currency: {type: select, default: dollar, options: [dollar, pound, crown]}
            {% endform %}
          `,
          charts: [['line', null]],
        },
      ],
    },
    {
      name: 'Recurring revenue',
      by: 'chiara',
      created: '2026-03-30',
      edited: '2026-07-07',
      views: 701,
      queries: [
        {
          name: 'Recurring revenue',
          on: ON.snowflake,
          sql: sql`
            SELECT plan, SUM(monthly_price) AS monthly
            FROM {{ @latest_subscription }}
            WHERE cancelled_at IS NULL
            GROUP BY plan
          `,
          charts: [['donut', 'By plan']],
        },
      ],
    },
    {
      name: 'Loaded and booked invoices',
      about: 'Compares what was loaded with what was booked.',
      by: 'dmitri',
      created: '2026-05-04',
      views: 19,
      queries: [
        {
          name: 'Missing after load',
          on: ON.snowflake,
          sql: sql`
            -- was: SELECT * FROM staging.invoices_old JOIN staging.loads
            SELECT loaded.invoice_id, loaded.loaded_at
            FROM raw.finance.invoices loaded
            LEFT JOIN analytics.finance.invoices booked
              ON booked.invoice_id = TRY_TO_NUMBER(loaded.invoice_id)
            WHERE booked.invoice_id IS NULL
          `,
          charts: [['bigNumber', 'Missing']],
        },
      ],
    },
    {
      name: 'Invoices per day',
      about: 'Two databases have a finance.invoices, and the connection names neither.',
      by: 'bjorn',
      created: '2026-05-05',
      views: 7,
      queries: [
        {
          name: 'Per day',
          on: ON.snowflakeAnyDatabase,
          sql: 'SELECT issued_on, COUNT(*) AS invoices FROM finance.invoices GROUP BY issued_on',
          charts: [['bar', 'Invoices per day']],
        },
      ],
    },
    {
      name: 'Cash forecast',
      about: 'Reads a table that the catalog does not know.',
      by: 'dmitri',
      created: '2026-06-15',
      views: 88,
      queries: [
        {
          name: 'Forecast',
          on: ON.snowflake,
          sql: sql`
            SELECT f.week, f.expected_cash, SUM(i.amount) AS invoiced
            FROM finance.cash_forecast f
            LEFT JOIN finance.invoices i ON DATE_TRUNC('week', i.due_on) = f.week
            GROUP BY 1, 2
          `,
          charts: [['area', 'Expected cash', { description: 'Worst case, in euro.' }]],
        },
      ],
    },
  ],
};

import type { DemoCollection, DemoReport, ModeData } from '../mode/mode-data.ts';
import { tokenOf } from '../mode/wire-id.ts';
import { buildReport } from './build-collection.ts';
import { ON, sampleConnections } from './connections.ts';
import { sampleDefinitions } from './definitions.ts';
import type { QueryDraft } from './draft.ts';
import { modePeople } from './people.ts';
import { sampleWarehouse } from './sample-warehouse.ts';

export interface WorkspaceSize {
  readonly collections: number;
  readonly reportsPerCollection: number;
  readonly queriesPerReport: number;
  readonly chartsPerQuery: number;
}

/** A workspace as big as wished, the same every time, whose every query reads two tables of `sampleWarehouse()`. */
export function generateWorkspace(size: WorkspaceSize): ModeData {
  return {
    name: 'big_lumen',
    numericIds: false,
    collections: Array.from({ length: size.collections }, (_, index) => collection(index + 1, size)),
    connections: sampleConnections(),
    definitions: sampleDefinitions(),
    people: modePeople(),
  };
}

/** So many reports with a query and a chart each. The prefix keeps the tokens of several such lists apart. */
export const manyReports = (count: number, prefix = 'many'): DemoReport[] =>
  reports(prefix, count, { queriesPerReport: 1, chartsPerQuery: 1 });

function collection(number: number, size: WorkspaceSize): DemoCollection {
  const name = `Collection ${number}`;
  return {
    token: tokenOf(`generated ${name}`),
    name,
    description: null,
    kind: 'custom',
    restricted: false,
    reports: reports(name, size.reportsPerCollection, size),
  };
}

function reports(
  prefix: string,
  count: number,
  size: Pick<WorkspaceSize, 'queriesPerReport' | 'chartsPerQuery'>,
): DemoReport[] {
  const people = modePeople();
  return Array.from({ length: count }, (_, index) =>
    buildReport({
      name: `${prefix}, report ${index + 1}`,
      key: `generated ${prefix} ${index + 1}`,
      by: people[index % people.length]?.username ?? null,
      created: '2026-02-01',
      views: index,
      queries: Array.from({ length: size.queriesPerReport }, (_, nth) =>
        query(index + nth, nth + 1, size.chartsPerQuery),
      ),
    }),
  );
}

function query(seed: number, number: number, charts: number): QueryDraft {
  return {
    name: `Query ${number}`,
    ...(JOINS[seed % JOINS.length] ?? { on: null, sql: '' }),
    charts: Array.from(
      { length: charts },
      (_, nth) =>
        [CHART_TYPES[(seed + nth) % CHART_TYPES.length] ?? 'table', `Chart ${nth + 1}`, DRAWS] as const,
    ),
  };
}

const CHART_TYPES = ['table', 'bar', 'line', 'stackedBar', 'area', 'pie', 'bigValue', 'pivotTable'];

/** The output columns of every query. */
const DRAWS = { columns: ['first_value', 'second_count'] };

/** One query for every two neighbouring tables of a database. */
const JOINS = sampleWarehouse().flatMap(({ serviceType, databases }) =>
  Object.values(databases).flatMap((schemas) => {
    const on = serviceType === 'Postgres' ? ON.shop : ON.snowflake;
    const tables = Object.entries(schemas).flatMap(([schema, tables]) =>
      Object.entries(tables).map(([table, columns]) => ({ schema, table, columns: Object.keys(columns) })),
    );
    return tables.slice(1).map((right, index) => ({ on, sql: join(tables[index] ?? right, right) }));
  }),
);

interface TableShape {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

function join(left: TableShape, right: TableShape): string {
  return [
    `SELECT a."${left.columns[0]}" AS first_value, COUNT(b."${right.columns[1]}") AS second_count`,
    `FROM "${left.schema}"."${left.table}" a`,
    `LEFT JOIN "${right.schema}"."${right.table}" b ON a."${left.columns[0]}" = b."${right.columns[0]}"`,
    'GROUP BY 1',
  ].join('\n');
}

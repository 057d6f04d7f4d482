import { htmlEncoded } from './html-encoded.ts';
import type { DemoChart } from './mode-data.ts';

/** The specification of an old chart: one object per type, only the selected one filled. */
export function chartView(chart: DemoChart) {
  return {
    selectedChart: chart.type,
    chartIcon: chart.type,
    chartTitle: htmlEncoded(chart.title ?? ''),
    chartDescription: chart.description,
    bar: {},
    bigNumber: {},
    line: {},
    linePlusBar: {},
    scatter: {},
    pie: {},
    area: {},
    pivotTable: {},
    [chart.type]: { label: chart.title ?? '', x: 'label', y: ['amount'], aggregate: 'sum' },
  };
}

/** The specification of a new chart. An untitled one has the empty title. */
export function chartViewVegas(chart: DemoChart) {
  const [label = 'label', ...amounts] = chart.columns ?? ['label', 'amount'];
  const types = [
    [`[${label}]`, 'STRING'] as const,
    ...amounts.map((name) => [`[${name}]`, 'FLOAT'] as const),
  ];
  return {
    title: htmlEncoded(chart.title ?? ''),
    description: chart.description,
    chartType: chart.type,
    encoding: {
      x: [{ id: 'x-0', formula: `[${label}]`, variable: { type: 'DISCRETE' } }],
      y: amounts.map((name, index) => ({
        id: `y-${index}`,
        formula: `SUM([${name}])`,
        variable: { type: 'CONTINUOUS' },
      })),
      x2: [],
      y2: [],
      row: [],
      column: [],
      value: [],
      marks: {
        channel: 'y',
        properties: { type: { value: mark(chart.type), automatic: true }, color: { values: [] } },
      },
      sorts: [],
      filter: [],
    },
    format:
      chart.type === 'table'
        ? { flatTable: { columns: types.map(([id, colType]) => ({ id, colType })) } }
        : {},
    fieldFormats: Object.fromEntries(
      types.map(([id, colType]) => [id, { paneFormat: { default: { colType } } }]),
    ),
    fieldColors: {},
  };
}

/** `vegas` names the renderer; the mark stands in the encoding. */
function mark(type: string): string {
  if (type === 'table' || type.startsWith('big')) return 'Text';
  return /line|area/i.test(type) || type === 'vegas' ? 'Line' : 'Bar';
}

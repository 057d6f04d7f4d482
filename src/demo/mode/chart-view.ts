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
  return {
    title: htmlEncoded(chart.title ?? ''),
    description: chart.description,
    chartType: chart.type,
    encoding: {
      x: [{ id: 'x-0', formula: '[label]', variable: { type: 'DISCRETE' } }],
      y: [{ id: 'y-0', formula: 'SUM([amount])', variable: { type: 'CONTINUOUS' } }],
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
    format: chart.type === 'table' ? FLAT_TABLE : {},
    fieldFormats: {
      '[label]': { paneFormat: { default: { colType: 'STRING' } } },
      '[amount]': { paneFormat: { default: { colType: 'FLOAT' } } },
    },
    fieldColors: {},
  };
}

const FLAT_TABLE = {
  flatTable: {
    columns: [
      { id: '[label]', colType: 'STRING' },
      { id: '[amount]', colType: 'FLOAT' },
    ],
  },
};

/** `vegas` names the renderer; the mark stands in the encoding. */
function mark(type: string): string {
  if (type === 'table' || type.startsWith('big')) return 'Text';
  return /line|area/i.test(type) || type === 'vegas' ? 'Line' : 'Bar';
}

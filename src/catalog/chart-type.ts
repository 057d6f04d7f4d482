import type { ChartType } from './entities.ts';

/** Mode's chart types, as seen on the wire, in OpenMetadata's words. Keys are lower case. */
const CHART_TYPES = new Map<string, ChartType>(
  Object.entries({
    table: 'Table',
    flattable: 'Table',
    pivottable: 'Table',
    vegaspivottable: 'Table',
    line: 'Line',
    linechart: 'Line',
    lineplusbar: 'Line',
    bar: 'Bar',
    stackedbar: 'Bar',
    stackedbar100: 'Bar',
    hbar: 'Bar',
    hstackedbar: 'Bar',
    hstackedbar100: 'Bar',
    area: 'Area',
    totalarea: 'Area',
    pie: 'Pie',
    donut: 'Pie',
    arc: 'Pie',
    histogram: 'Histogram',
    scatter: 'Scatter',
    point: 'Scatter',
    circle: 'Scatter',
    bigvalue: 'Text',
    bignumber: 'Text',
    text: 'Text',
    boxplot: 'BoxPlot',
  } as const),
);

/** `Other` for a type that is not known. */
export const chartType = (modeType: string): ChartType => CHART_TYPES.get(modeType.toLowerCase()) ?? 'Other';

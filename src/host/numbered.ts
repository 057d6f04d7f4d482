/** The paths of several results of one kind: `report.json`, `report-2.json`, … `index` counts from 0. */
export const numbered = (path: string, index: number): string =>
  index === 0 ? path : path.replace(/(\.[^./\\]*)?$/, `-${index + 1}$1`);

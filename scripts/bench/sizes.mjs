/** The workloads' sizes, as `generateWorkspace` takes them. */
export const SIZES = {
  S: { collections: 5, reportsPerCollection: 10, queriesPerReport: 3, chartsPerQuery: 2 },
  M: { collections: 40, reportsPerCollection: 25, queriesPerReport: 3, chartsPerQuery: 2 },
  L: { collections: 60, reportsPerCollection: 50, queriesPerReport: 3, chartsPerQuery: 2 },
  XL: { collections: 80, reportsPerCollection: 63, queriesPerReport: 5, chartsPerQuery: 2 },
};

import { createTracer, type TraceOptions } from '../../src/lineage/create-tracer.ts';
import type { QuerySources } from '../../src/lineage/sources.ts';
import type { TableCatalog } from '../../src/lineage/table-catalog.ts';
import type { Workspace } from '../../src/mode/workspace.ts';

/** Traces all reports of a workspace. */
export function traceAll(
  workspace: Workspace,
  tables: TableCatalog,
  options: TraceOptions,
): Promise<readonly QuerySources[]> {
  const tracer = createTracer(workspace, tables, options);
  for (const report of workspace.reports) tracer.add(report);
  return tracer.sources();
}

export { EXIT, IngestError } from './errors.ts';
export {
  type AnalyzedColumn,
  type AnalyzedTable,
  type AnalyzeSqlOptions,
  analyzeSql,
  type SqlAnalysis,
} from './lineage/analyze-sql.ts';
export type { RunReport } from './report/run-report.ts';
export { ConfigurationError, Workflow, WorkflowExecutionError } from './workflow.ts';
export type { WorkflowOptions } from './workflow-options.ts';

export { EXIT, IngestError } from './errors.ts';
export {
  type AnalyzedColumn,
  type AnalyzedTable,
  type AnalyzeSqlOptions,
  analyzeSql,
  type SqlAnalysis,
} from './lineage/analyze-sql.ts';
export type { RunReport } from './report/run-report.ts';
export { ConfigurationError, Workflow, WorkflowExecutionError, type WorkflowOptions } from './workflow.ts';

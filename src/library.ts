export { EXIT, IngestError } from './errors.ts';
export type { RunReport } from './report/run-report.ts';
export { ConfigurationError, Workflow, WorkflowExecutionError, type WorkflowOptions } from './workflow.ts';

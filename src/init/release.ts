import { VERSION } from '../version.ts';

/** Where releases are published, under the tag of their version. */
export const REPOSITORY = 'your-org/mode-openmetadata-ingest';

/** The JSON Schema that goes with this release. */
export const SCHEMA_URL = `https://raw.githubusercontent.com/${REPOSITORY}/v${VERSION}/docs/workflow.schema.json`;

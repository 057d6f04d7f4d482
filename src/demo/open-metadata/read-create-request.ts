import {
  COLUMN_FIELDS,
  createFields,
  REFERENCE_FIELDS,
  REQUIRED,
  TAG_LABEL_FIELDS,
} from './create-fields.ts';
import { KINDS, type KindName } from './entity-kinds.ts';
import {
  COLUMN_TYPES,
  chartTypes,
  DASHBOARD_SERVICE_TYPES,
  DASHBOARD_TYPES,
  dataModelTypes,
  PIPELINE_TYPES,
} from './enums.ts';
import type { Features } from './features.ts';
import { isObject, type JsonObject, objectsOf, refuseOutside, refuseUnknown } from './json-shape.ts';
import { badRequest, invalid, unhandled } from './refusals.ts';

/** First half of reading a create request: what its JSON may hold. A bulk request is refused as a whole at this stage. */
export function checkShape(type: KindName, body: unknown, features: Features): JsonObject {
  if (!isObject(body)) throw badRequest('Unable to process JSON');
  const { createClass } = KINDS[type];
  refuseUnknown(body, createFields(type, features), createClass);
  for (const column of objectsOf(body.columns)) {
    refuseUnknown(column, COLUMN_FIELDS, 'org.openmetadata.schema.type.Column');
    refuseOutside(column.dataType, COLUMN_TYPES, 'org.openmetadata.schema.type.Column', 'dataType');
  }
  for (const tag of objectsOf(body.tags))
    refuseUnknown(tag, TAG_LABEL_FIELDS, 'org.openmetadata.schema.type.TagLabel');
  for (const owner of objectsOf(body.owners ?? [body.owner]))
    refuseUnknown(owner, REFERENCE_FIELDS, 'org.openmetadata.schema.type.EntityReference');
  refuseOutside(body.chartType, chartTypes(features), createClass, 'chartType');
  refuseOutside(body.dashboardType, DASHBOARD_TYPES, createClass, 'dashboardType');
  refuseOutside(body.dataModelType, dataModelTypes(features), createClass, 'dataModelType');
  if (type === 'ingestionPipeline')
    refuseOutside(body.pipelineType, PIPELINE_TYPES, createClass, 'pipelineType');
  if (type === 'dashboardService')
    refuseOutside(body.serviceType, DASHBOARD_SERVICE_TYPES, createClass, 'serviceType');
  return body;
}

/** Second half: bean validation, and the checks by hand. In a bulk request it fails one row. */
export function checkValues(type: KindName, body: JsonObject, features: Features): void {
  for (const field of REQUIRED[type])
    if (body[field] === undefined || body[field] === null) throw invalid(`${field} must not be null`);
  const hash = body.sourceHash;
  if (typeof hash === 'string' && (hash.length < 1 || hash.length > 32))
    throw invalid('sourceHash size must be between 1 and 32');
  checkName(String(body.name), features);
  if (Array.isArray(body.columns)) checkColumns(objectsOf(body.columns), features);
}

function checkName(name: string, features: Features): void {
  const longest = features.names === 'words' ? 128 : 256;
  if (name.length < 1 || name.length > longest) throw invalid(`name size must be between 1 and ${longest}`);
  checkPattern(name, features);
  // Unquotable in an FQN: the real server answers 500 as well.
  if (name.includes('"')) throw unhandled();
}

function checkPattern(name: string, features: Features): void {
  const { pattern, holds } = NAME_RULES[features.names];
  if (!holds.test(name)) throw invalid(`name must match "${pattern}"`);
}

// `.` matches no line break, here as in Java: a name with one is refused by the same rule as `::`.
const NAME_RULES = {
  words: { pattern: "^(?U)[\\w'\\- .&()%]+$", holds: /^[\p{L}\p{N}_'\- .&()%]+$/u },
  'no-separator': { pattern: '^((?!::).)*$', holds: /^((?!::).)*$/ },
  strict: { pattern: '^((?!::)[^>"\\x00-\\x1f])*$', holds: /^((?!::)[^>"\p{Cc}])*$/u },
} as const;

/** A column's name has no maximum, and may hold a quote before 2.0. */
function checkColumns(columns: readonly JsonObject[], features: Features): void {
  for (const column of columns) {
    if (typeof column.name !== 'string') throw invalid('name must not be null');
    if (typeof column.dataType !== 'string') throw invalid('dataType must not be null');
    if (features.names !== 'words') checkPattern(column.name, features);
  }
  const seen = new Set<unknown>();
  for (const { name, dataType, dataLength, arrayDataType, children } of columns) {
    if (seen.has(name)) throw badRequest(`Column name ${String(name)} is repeated`);
    seen.add(name);
    if (SIZED.has(dataType) && (dataLength === undefined || dataLength === null))
      throw badRequest('For column data types char, varchar, binary, varbinary dataLength must not be null');
    if (dataType === 'ARRAY' && !arrayDataType)
      throw badRequest('For column data type array, arrayDataType must not be null');
    if (dataType === 'STRUCT' && !Array.isArray(children))
      throw badRequest('For column data type struct, children must not be null');
  }
}

const SIZED: ReadonlySet<unknown> = new Set(['CHAR', 'VARCHAR', 'BINARY', 'VARBINARY']);

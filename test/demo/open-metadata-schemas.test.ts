import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createFields, REQUIRED, TAG_LABEL_FIELDS } from '../../src/demo/open-metadata/create-fields.ts';
import { isKindName } from '../../src/demo/open-metadata/entity-kinds.ts';
import {
  COLUMN_TYPES,
  chartTypes,
  dataModelTypes,
  LINEAGE_SOURCES,
} from '../../src/demo/open-metadata/enums.ts';
import { featuresOf } from '../../src/demo/open-metadata/features.ts';

interface Lists {
  readonly requests: Readonly<Record<string, { readonly properties: string[]; readonly required: string[] }>>;
  readonly enums: Readonly<
    Record<'chartType' | 'dataModelType' | 'columnDataType' | 'lineageSource', string[]>
  >;
  readonly tagLabel: string[];
}

// Our own file, of known shape.
const VERSIONS = JSON.parse(readFileSync('test/om-schemas/create-requests.json', 'utf8')) as Record<
  string,
  Lists
>;

test('the lists were read', () => {
  assert.deepEqual(Object.keys(VERSIONS), ['1.2.0', '1.4.0', '1.11.0', '1.12.6', '1.13.0']);
});

for (const [version, { requests, enums }] of Object.entries(VERSIONS)) {
  const features = featuresOf(version);
  for (const [type, { properties, required }] of Object.entries(requests))
    test(`${type} of ${version}: a create request takes the properties of the schema`, () => {
      assert.ok(isKindName(type));
      const known = [...createFields(type, features)];
      // `reviewers` of assets is in the server's messages since 1.12, but not in the schemas at hand.
      const expected = new Set([...properties, ...(features.reviewers ? (REVIEWED[type] ?? []) : [])]);
      assert.deepEqual(known.sort(), [...expected].sort());
      assert.deepEqual([...REQUIRED[type]].sort(), required);
    });

  test(`${version}: chart types and data model types are those of the schema`, () => {
    assert.deepEqual([...chartTypes(features).values].sort(), enums.chartType);
    // 1.2 calls one of them otherwise.
    const types = enums.dataModelType.map((type) => (type === 'QlikSenseDataModel' ? 'QlikDataModel' : type));
    assert.deepEqual([...dataModelTypes(features).values].sort(), types.sort());
  });
}

const REVIEWED: Readonly<Record<string, readonly string[]>> = {
  chart: ['reviewers'],
  dashboard: ['reviewers'],
  dashboardDataModel: ['reviewers'],
};

test('column types, lineage sources and tag labels are those of 1.12.6', () => {
  const lists = VERSIONS['1.12.6'];
  assert.ok(lists !== undefined);
  assert.deepEqual([...COLUMN_TYPES.values].sort(), lists.enums.columnDataType);
  assert.deepEqual([...LINEAGE_SOURCES.values].sort(), lists.enums.lineageSource);
  assert.deepEqual([...TAG_LABEL_FIELDS].sort(), lists.tagLabel);
});

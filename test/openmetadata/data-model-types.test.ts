import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpError } from '../../src/http/http-error.ts';
import { createDataModelTypes } from '../../src/openmetadata/data-model-types.ts';

const refusal = (status: number, serverMessage: string) =>
  new HttpError({ kind: 'status', message: 'no', next: 'none', status, serverMessage });
/** As 1.12.6 answers a type that it does not know. */
const unknownType = refusal(
  400,
  'Cannot construct instance of `org.openmetadata.schema.type.DataModelType`, problem: A',
);

test('refusals that cross each other skip no type', () => {
  const types = createDataModelTypes(['A', 'B', 'C']);
  assert.equal(types.refused('A', unknownType), true);
  assert.equal(types.refused('A', unknownType), true);
  assert.equal(types.current, 'B');
});

test('the last type is not given up', () => {
  const types = createDataModelTypes(['A', 'B']);
  types.refused('A', unknownType);
  assert.equal(types.refused('B', unknownType), false);
  assert.equal(types.current, 'B');
});

test('only a refusal of the type counts', () => {
  const types = createDataModelTypes(['A', 'B']);
  for (const error of [
    refusal(400, 'Cannot construct instance of `org.openmetadata.schema.type.ColumnDataType`, problem: X'),
    refusal(404, 'DataModelType'),
    new Error('DataModelType'),
  ]) {
    assert.equal(types.refused('A', error), false);
  }
  assert.equal(types.current, 'A');
});

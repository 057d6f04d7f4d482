import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IngestError } from '../../src/errors.ts';
import { capabilitiesOf } from '../../src/openmetadata/capabilities-of.ts';

test('each version can do what it can', () => {
  const mark = (yes: boolean, name: string) => (yes ? name : '-');
  const told = (version: string) => {
    const can = capabilitiesOf(version);
    return [
      can.ownersField,
      mark(can.sourceHash, 'hash'),
      mark(can.dataModelSourceUrl, 'modelUrl'),
      mark(can.chartDashboards, 'chartDashboards'),
      mark(can.bulk, 'bulk'),
      can.dataModelTypes.join('|'),
    ].join(' ');
  };
  const table: readonly (readonly [string, string])[] = [
    ['1.3.0', 'owner - - - - SupersetDataModel'],
    ['1.4.8', 'owner hash - - - SupersetDataModel'],
    ['1.5.0', 'owners hash - - - SupersetDataModel'],
    ['1.8.13', 'owners hash - - - SupersetDataModel'],
    ['1.9.0', 'owners hash - - - SupersetDataModel'],
    ['1.10.2', 'owners hash - - - SupersetDataModel'],
    ['1.11.0', 'owners hash modelUrl chartDashboards bulk SupersetDataModel'],
    ['1.12.6', 'owners hash modelUrl chartDashboards bulk SupersetDataModel'],
    ['1.13.4-SNAPSHOT', 'owners hash modelUrl chartDashboards bulk SupersetDataModel'],
    ['2.0.7', 'owners hash modelUrl chartDashboards bulk ModeDataModel|SupersetDataModel'],
    ['2.1.0', 'owners hash modelUrl chartDashboards bulk ModeDataModel|SupersetDataModel'],
    ['v3.0', 'owners hash modelUrl chartDashboards bulk ModeDataModel|SupersetDataModel'],
    ['1.12.6.0', 'owners hash modelUrl chartDashboards bulk SupersetDataModel'],
  ];
  for (const [version, expected] of table) assert.equal(told(version), expected, version);
});

test('too old a version, and what is none, are refused with a next step', () => {
  for (const version of ['1.2.5', '0.13.3', '', 'latest', '1', '1.', '9999999.1']) {
    assert.throws(
      () => capabilitiesOf(version),
      (error) =>
        error instanceof IngestError &&
        error.code === 'openmetadata-version' &&
        error.exitCode === 2 &&
        error.next !== '',
      version,
    );
  }
});

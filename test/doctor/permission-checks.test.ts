import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissionChecks } from '../../src/doctor/permission-checks.ts';
import { RESOURCES, type Resource } from '../../src/openmetadata/permissions.ts';
import { load, WORKFLOW, withLines } from '../config/workflow-text.ts';

const ALL = ['Create', 'Delete', 'EditAll'];
const allowed = (change: Partial<Record<Resource, readonly string[]>> = {}) =>
  new Map(RESOURCES.map((resource) => [resource, new Set(change[resource] ?? ALL)]));

const configOf = async (text: string) => {
  const { config, findings } = await load(text);
  assert.ok(config, JSON.stringify(findings));
  return config;
};
const REGISTERING = withLines('workflowConfig:', '  config: {registerRun: true}');

const told = async (text: string, permissions: ReturnType<typeof allowed>) =>
  permissionChecks(permissions, await configOf(text)).map(
    ({ state, says, exitCode }) => `${state} ${exitCode} ${says}`,
  );

test('a bot may do all of it', async () => {
  for (const text of [WORKFLOW, REGISTERING])
    assert.deepEqual(await told(text, allowed()), ['ok 0 The token may do all that a run does.']);
});

test('views need EditUsage, or that nobody asks for them', async () => {
  const lacking = allowed({ dashboard: ['Create', 'Delete', 'EditDescription'] });
  const [catalog, usage, ...more] = await told(WORKFLOW, lacking);
  assert.match(catalog ?? '', /^error 3 .*EditAll on dashboard/);
  assert.equal(usage, 'error 4 The token may not record views: EditUsage on dashboard.');
  assert.deepEqual(more, []);
  const without = withLines('DashboardMetadata', '      includeUsage: false');
  assert.equal((await told(without, lacking)).length, 1);
});

test('the record of a run is a warning, and only where one is asked for', async () => {
  const lacking = allowed({ ingestionPipeline: [] });
  assert.equal((await told(WORKFLOW, lacking))[0]?.slice(0, 2), 'ok');
  assert.deepEqual(await told(REGISTERING, lacking), [
    'warning 0 The token may not show runs in OpenMetadata: Create on ingestionPipeline, EditIngestionPipelineStatus on ingestionPipeline.',
  ]);
  const given = WORKFLOW.replace('sink:', 'ingestionPipelineFQN: mode.nightly\nsink:');
  assert.deepEqual(await told(given, lacking), [
    'warning 0 The token may not show runs in OpenMetadata: EditIngestionPipelineStatus on ingestionPipeline.',
  ]);
});

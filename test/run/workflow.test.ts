import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { startDemo } from '../../src/demo/start-demo.ts';
import { Workflow, WorkflowExecutionError } from '../../src/workflow.ts';
import type { WorkflowOptions } from '../../src/workflow-options.ts';

/** The sample company's two servers, and workflows between them. */
async function setStage(context: TestContext) {
  const demo = await startDemo();
  context.after(() => demo.close());
  const create = (options: WorkflowOptions) => Workflow.create(demo.config, { env: demo.env, ...options });
  const writes = () => demo.openMetadata.requests.filter(({ method }) => method !== 'GET').length;
  return { ...demo, create, writes };
}

const endOf = (workflow: Workflow): WorkflowExecutionError | null => {
  try {
    workflow.raiseFromStatus();
    return null;
  } catch (error) {
    assert.ok(error instanceof WorkflowExecutionError);
    return error;
  }
};

test('a plan can be kept, approved and applied; when something moved it is not', async (context) => {
  const { create, writes, mode } = await setStage(context);
  const plan = await create({ command: 'plan' });
  assert.equal(plan.planFile(), null);
  await plan.execute();
  const approvedPlan = plan.planFile();
  assert.ok(approvedPlan !== null);

  const [report] = mode.workspace.collections.flatMap(({ reports }) => reports);
  assert.ok(report);
  const { name } = report;
  report.name = 'Another name';
  const moved = await create({ approvedPlan });
  await moved.execute();
  assert.equal(endOf(moved)?.code, 'plan-moved');
  assert.equal(endOf(moved)?.exitCode, 5);
  assert.equal(writes(), 0);

  report.name = name;
  const fine = await create({ approvedPlan });
  await fine.execute();
  assert.equal(endOf(fine), null);
  assert.ok(writes() > 0);
});

test('a drift writes nothing, and does not end well while the catalog is not as Mode', async (context) => {
  const { create, writes } = await setStage(context);
  const before = await create({ command: 'drift' });
  await before.execute();
  assert.equal(writes(), 0);
  assert.equal(endOf(before)?.exitCode, 10);
  assert.match(endOf(before)?.next ?? '', /every difference/);

  await (await create({})).execute();
  const after = await create({ command: 'drift', maxAge: '24h' });
  const { findings, lastSuccess } = await after.execute();
  assert.equal(lastSuccess, null);
  assert.equal(endOf(after), null);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['freshness-unknown'],
  );
});

describe('an option that is none, or that the command has no use for, is refused', () => {
  const CASES: readonly { readonly options: WorkflowOptions; readonly says: RegExp }[] = [
    { options: { shard: '5/4' }, says: /^The option shard is "5\/4"/ },
    { options: { command: 'sweep', shard: '1/4' }, says: /shard is given to a sweep/ },
    { options: { command: 'drift', shard: '1/4' }, says: /shard is given to a drift/ },
    { options: { command: 'plan', approvedPlan: '{}' }, says: /approvedPlan is given to a plan/ },
    { options: { approvedPlan: '{' }, says: /^The option approvedPlan is no plan to approve/ },
    { options: { maxAge: '24h' }, says: /maxAge is given, and command is ingest/ },
    { options: { command: 'drift', maxAge: 'old' }, says: /maxAge is "old"/ },
  ];
  for (const { options, says } of CASES)
    test(JSON.stringify(options), async () => {
      await assert.rejects(Workflow.create({}, options), { message: says, exitCode: 2 });
    });
});

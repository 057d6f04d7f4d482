import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { RunReport } from '../../src/report/run-report.ts';
import { startGitHub } from './github.ts';
import { only, setReview } from './review.ts';
import type { StepRun } from './runner.ts';
import type { Scene } from './scene.ts';

describe('the base branch’s configuration', () => {
  const reportOf = (step: StepRun): RunReport =>
    JSON.parse(step.read(step.outputs['report-path'] ?? '')) as RunReport;

  test('is planned beside that of the head, from one reading of Mode', async (context) => {
    const setting = await setReview(context);
    const { scene, gitHub } = setting;
    const alone = reportOf(await setting.run('workflow_dispatch', { command: 'plan' }));
    scene.configure({ source: { projectFilterPattern: { excludes: ['Finance.*'] } } });
    gitHub.files.set('mode.yml', readFileSync(scene.file, 'utf8'));
    scene.configure({ source: { dashboardFilterPattern: { excludes: ['Campaign'] } } });
    scene.mode.forget();
    const report = reportOf(await setting.run('pull_request'));
    const { comparison } = report;
    assert.equal(comparison?.state, 'compared');
    assert.match(
      comparison.verdict,
      /^With this change: \+\d+ reports .*no longer excluded by `Finance\.\*` of projectFilterPattern.*, −\d+ reports? .*now excluded by `Campaign`/,
    );
    assert.ok(comparison.gained.length > 0 && comparison.lost.length > 0);
    assert.deepEqual(
      comparison.keys.map(({ key }) => key.split('.').slice(-2).join('.')),
      ['projectFilterPattern.excludes', 'dashboardFilterPattern.excludes'],
    );
    assert.equal(report.calls.mode, alone.calls.mode, 'both let in what all let in');
    assert.equal(scene.mode.requests.length, alone.calls.mode);
    assert.match(only(setting), /With this change: \+\d+ reports/);
    assert.match(only(setting), /In brackets: the difference/);
  });

  test('is asked for at its own commit and path', async (context) => {
    const setting = await setReview(context);
    await setting.run('pull_request');
    const asked = setting.gitHub.requests.find(({ path }) => path.includes('/contents/'));
    assert.equal(
      asked?.path,
      `/repos/acme/catalog/contents/mode.yml?ref=${'b'.repeat(8)}${'0'.repeat(8)}${'4f1d2a7c'.repeat(3)}`,
    );
  });

  const CASES: readonly {
    readonly name: string;
    readonly base: (text: string, scene: Scene) => string | null;
    readonly says: RegExp | null;
  }[] = [
    { name: 'that is the same needs no word', base: (text) => text, says: null },
    { name: 'that is not there', base: () => null, says: /^The configuration is new/ },
    { name: 'that is invalid', base: () => 'source: [', says: /base branch's configuration is invalid/ },
    {
      name: 'that differs in a comment alone',
      base: (text) => `# before\n${text}`,
      says: /no effect on what is ingested/,
    },
    {
      name: 'that differs in how much is read anew',
      base: (text) => text.replace(/\n( *)type: DashboardMetadata/, '$&\n$1incremental: true'),
      says: /no effect on what is ingested/,
    },
    {
      name: 'that names another workspace',
      base: (text, { mode }) => text.replace(`workspaceName: ${mode.workspace.name}`, 'workspaceName: other'),
      says: /different workspaces of Mode/,
    },
    {
      name: 'that names another service',
      base: (text) => text.replace('mode_demo', 'mode_other'),
      says: /different services of OpenMetadata/,
    },
  ];
  for (const { name, base, says } of CASES) {
    test(name, async (context) => {
      const setting = await setReview(context);
      const text = base(readFileSync(setting.scene.file, 'utf8'), setting.scene);
      if (text === null) setting.gitHub.files.delete('mode.yml');
      else setting.gitHub.files.set('mode.yml', text);
      const { comparison } = reportOf(await setting.run('pull_request'));
      if (says === null) assert.equal(comparison, null);
      else assert.match(comparison?.verdict ?? '', says);
    });
  }

  test('sends no credential where the head’s would not, and shows no secret', async (context) => {
    const setting = await setReview(context);
    const { scene, gitHub } = setting;
    const elsewhere = await startGitHub(context);
    const secret = 'base-secret-0123456789';
    const text = readFileSync(scene.file, 'utf8');
    gitHub.files.set(
      'mode.yml',
      text.replace(scene.mode.url, elsewhere.url).replace('${MODE_ACCESS_TOKEN_PASSWORD}', secret),
    );
    const step = await setting.run('pull_request');
    assert.deepEqual(elsewhere.requests, []);
    const body = only(setting);
    assert.match(body, /accessTokenPassword<\/code>: <code>\(not shown\)<\/code>/);
    assert.ok(![body, step.log, step.summary].some((each) => each?.includes(secret)));
  });

  test('outside the checkout is not looked for', async (context) => {
    const setting = await setReview(context);
    const outside = join(setting.scene.folder, '..', `${Date.now()}-mode.yml`);
    writeFileSync(outside, readFileSync(setting.scene.file));
    const { comparison } = reportOf(await setting.run('pull_request', { config: outside }));
    assert.match(comparison?.verdict ?? '', /not in the checkout/);
  });
});

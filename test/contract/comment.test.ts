import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { RunReport } from '../../src/report/run-report.ts';
import { type EventName, GITHUB_TOKEN, type GitHubStandIn, recorded, startGitHub } from './github.ts';
import { runStep, type StepRun } from './runner.ts';
import { type Scene, setScene } from './scene.ts';
import { assertInvariants } from './step-invariants.ts';

interface Setting {
  readonly scene: Scene;
  readonly gitHub: GitHubStandIn;
  run(
    event: EventName,
    inputs?: Readonly<Record<string, string>>,
    options?: { readonly withSecrets?: boolean; readonly code?: number },
  ): Promise<StepRun>;
}

async function set(context: TestContext, options: Parameters<typeof startGitHub>[1] = {}): Promise<Setting> {
  const scene = await setScene(context);
  const gitHub = await startGitHub(context, options);
  gitHub.files.set('mode.yml', readFileSync(scene.file, 'utf8'));
  return {
    scene,
    gitHub,
    async run(event, inputs = {}, { withSecrets = true, code = 0 } = {}) {
      const step = await runStep(
        {
          ...recorded(event),
          workspace: scene.folder,
          env: { ...gitHub.env, GITHUB_RUN_ID: '4711' },
          inputs: {
            config: 'mode.yml',
            'allowed-hosts': '127.0.0.1',
            'github-token': GITHUB_TOKEN,
            ...(withSecrets
              ? {
                  'mode-access-token': scene.env.MODE_ACCESS_TOKEN,
                  'mode-access-token-password': scene.env.MODE_ACCESS_TOKEN_PASSWORD,
                  'openmetadata-jwt-token': scene.env.OPENMETADATA_JWT_TOKEN,
                }
              : {}),
            ...inputs,
          },
        },
        context,
      );
      assert.equal(step.code, code, step.raw);
      assertInvariants(step, scene, {
        secrets: [GITHUB_TOKEN],
        texts: gitHub.comments.map(({ body }) => body),
      });
      for (const { headers } of [...scene.mode.requests, ...scene.openMetadata.requests])
        assert.ok(!JSON.stringify(headers).includes(GITHUB_TOKEN), 'the GitHub token goes to GitHub alone');
      return step;
    },
  };
}

const warnings = (step: StepRun): string =>
  step.annotations
    .filter(({ type }) => type === 'warning')
    .map(({ message }) => message)
    .join('\n');

const sent = ({ gitHub }: Setting): readonly string[] =>
  gitHub.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`);

const changed = (setting: Setting): readonly string[] =>
  sent(setting).filter((request) => /^(?:POST|PATCH) \/repos/.test(request));

const only = ({ gitHub }: Setting): string => {
  assert.equal(gitHub.comments.length, 1);
  return gitHub.comments[0]?.body ?? '';
};

const MARKER = '<!-- mode-ingest:plan config=mode.yml label= -->';

describe('the comment of a pull request', () => {
  test('is created, with the verdict first, the commit and the page of the run', async (context) => {
    const setting = await set(context);
    const step = await setting.run('pull_request');
    const body = only(setting);
    const lines = body.split('\n').filter((line) => line !== '');
    assert.equal(lines[0], MARKER);
    assert.match(lines[1] ?? '', /^### \d+ dashboards created; .* lineage edges added/);
    assert.match(body, /\[<code>aaaaaaa<\/code>\]\(https:\/\/github\.com\/acme\/catalog\/commit\/a{8}1/);
    assert.match(
      body,
      /\[Full report of this run\]\(https:\/\/github\.com\/acme\/catalog\/actions\/runs\/4711\)/,
    );
    assert.match(body, /\*\*An ingestion\*\* would make about \d+ calls to Mode/);
    assert.ok(Buffer.byteLength(body) <= 60_000);
    assert.match(step.log, /The comment on pull request 7 was created/);
    assert.equal(warnings(step), '');
  });

  test('is updated in place, then says that nothing is left to do', async (context) => {
    const setting = await set(context);
    await setting.run('pull_request');
    const [first] = setting.gitHub.comments;
    await setting.run('pull_request');
    assert.equal(setting.gitHub.comments[0], first);
    await setting.run('push');
    await setting.run('pull_request');
    assert.match(only(setting), /^### ✅ Resolved: nothing is left to do/m);
    assert.match(only(setting), /<code>aaaaaaa<\/code>.* at \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    assert.deepEqual(
      changed(setting).map((request) => request.split(' ')[0]),
      ['POST', 'PATCH', 'PATCH'],
    );
  });

  test('is written anew when somebody deleted it meanwhile', async (context) => {
    const setting = await set(context);
    await setting.run('pull_request');
    setting.gitHub.addFault({
      method: 'PATCH',
      path: /./,
      does: { status: 404, json: { message: 'Not Found' } },
      times: 1,
    });
    await setting.run('pull_request');
    assert.equal(setting.gitHub.comments.length, 2);
  });

  test('is found on the third page, after 200 of others', async (context) => {
    const setting = await set(context);
    for (let count = 0; count < 200; count += 1) setting.gitHub.comment(`No. ${count}`, 'ada');
    await setting.run('pull_request');
    await setting.run('pull_request');
    assert.equal(setting.gitHub.comments.length, 201);
    const pages = setting.gitHub.requests.filter(({ path }) => /comments\?.*per_page=100/.test(path));
    assert.equal(pages.length, 2 + 3);
  });

  test('is never one that somebody else wrote, whatever it says', async (context) => {
    const setting = await set(context);
    const forged = setting.gitHub.comment(`${MARKER}\n\nAll is well.`, 'mallory');
    const quoted = setting.gitHub.comment(`> Look:\n${MARKER}`);
    await setting.run('pull_request');
    assert.match(forged.body, /All is well/);
    assert.match(quoted.body, /Look/);
    assert.equal(setting.gitHub.comments.length, 3);
  });

  test('is that of the token’s own user, of whatever kind', async (context) => {
    const setting = await set(context, { login: 'acme-catalog[bot]' });
    setting.gitHub.comment(`${MARKER}\n\nOf another app.`, 'github-actions[bot]');
    await setting.run('pull_request');
    await setting.run('pull_request');
    assert.deepEqual(
      setting.gitHub.comments.map(({ user }) => user?.login),
      ['github-actions[bot]', 'acme-catalog[bot]'],
    );
  });

  test('is one for each configuration and label, and none touches another', async (context) => {
    const setting = await set(context);
    copyFileSync(setting.scene.file, join(setting.scene.folder, 'b.yml'));
    const both = { config: 'mode.yml\nb.yml' };
    await setting.run('pull_request', both);
    await setting.run('pull_request', { 'comment-label': 'staging -->' });
    await setting.run('pull_request', both);
    const heads = setting.gitHub.comments.map(({ body }) => body.split('\n')[0]);
    assert.deepEqual(heads, [
      MARKER,
      '<!-- mode-ingest:plan config=b.yml label= -->',
      '<!-- mode-ingest:plan config=mode.yml label=staging%20%2D%2D%3E -->',
    ]);
  });

  test('tells the mistakes of a configuration, and takes them back', async (context) => {
    const setting = await set(context);
    setting.scene.configure({ source: { includeOwner: true } });
    await setting.run('pull_request', {}, { code: 2 });
    assert.match(only(setting), /^### ❌ The configuration has 1 error/m);
    assert.match(only(setting), /includeOwners/);
    setting.scene.configure({});
    await setting.run('pull_request');
    assert.match(only(setting), /^### \d+ dashboards created/m);
  });
});

describe('the input comment', () => {
  const CASES = [
    { comment: 'always', ingested: true, comments: 1 },
    { comment: 'changes', ingested: true, comments: 0 },
    { comment: 'failure', ingested: false, comments: 0 },
    { comment: 'never', ingested: false, comments: 0 },
  ] as const;
  for (const { comment, ingested, comments } of CASES) {
    const state = ingested ? 'nothing to do' : 'something to do';
    test(`${comment} with ${state} makes ${comments}`, async (context) => {
      const setting = await set(context);
      if (ingested) await setting.run('schedule');
      await setting.run('pull_request', { comment });
      assert.equal(setting.gitHub.comments.length, comments);
      const asked = sent(setting).some((request) => request.endsWith('/comments'));
      assert.equal(asked, comment !== 'never');
    });
  }

  test('failure comments on a plan that is not whole', async (context) => {
    const setting = await set(context);
    setting.scene.mode.addFault({ path: /\/queries/, does: { status: 403, json: {} }, times: 1 });
    await setting.run('pull_request', { comment: 'failure' }, { code: 4 });
    assert.match(only(setting), /> \[!WARNING\]\n> 1 part could not be read/);
  });
});

describe('GitHub that refuses costs a warning and nothing else', () => {
  const CASES = [
    { status: 403, message: 'Resource not accessible by integration', says: /pull-requests: write/ },
    { status: 404, message: 'Not Found', says: /pull-requests: write/ },
    { status: 401, message: 'Bad credentials', says: /github-token/ },
    { status: 429, message: 'Slow down', says: /too many requests/ },
    {
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0' },
      says: /too many requests/,
    },
    { status: 500, message: '::error::forged', says: /"::error::forged" \(500\)/ },
  ];
  for (const { status, message, headers = {}, says } of CASES) {
    test(`${status} ${message}`, async (context) => {
      const setting = await set(context);
      setting.gitHub.addFault({
        method: 'POST',
        path: /\/comments/,
        does: { status, headers, json: { message } },
      });
      const step = await setting.run('pull_request');
      assert.match(warnings(step), says);
      assert.equal(step.outputs.status, 'planned');
    });
  }

  test('no answer at all', async (context) => {
    const setting = await set(context);
    setting.gitHub.addFault({ path: /./, does: 'reset' });
    const step = await setting.run('pull_request');
    assert.match(warnings(step), /has no new comment/);
    assert.match(step.summary ?? '', /could not be read \(GitHub did not give it/);
  });
});

describe('the trigger', () => {
  for (const event of ['push', 'schedule', 'workflow_dispatch'] as const) {
    test(`${event} asks GitHub nothing`, async (context) => {
      const setting = await set(context);
      const step = await setting.run(event);
      assert.equal(step.outputs.command, 'ingest');
      assert.deepEqual(setting.gitHub.requests, []);
    });
  }

  test('pull_request_target is refused before anything is sent', async (context) => {
    const setting = await set(context);
    await setting.run('pull_request_target', {}, { code: 2 });
    assert.deepEqual(setting.gitHub.requests, []);
    assert.equal(setting.scene.mode.requests.length + setting.scene.openMetadata.requests.length, 0);
  });

  for (const event of ['pull_request-fork', 'pull_request-dependabot'] as const) {
    test(`${event} has a token that may only read: nothing is said, and mistakes are a warning more`, async (context) => {
      const setting = await set(context, { readOnly: true });
      const fine = await setting.run(event, {}, { withSecrets: false });
      assert.equal(fine.outputs.command, 'validate');
      assert.doesNotMatch(warnings(fine), /comment/);
      assert.deepEqual(changed(setting), []);
      setting.scene.configure({ source: { includeOwner: true } });
      const wrong = await setting.run(event, {}, { withSecrets: false, code: 2 });
      assert.match(warnings(wrong), /`permissions: pull-requests: write`.*forks and of Dependabot/);
      assert.deepEqual(setting.gitHub.comments, []);
      assert.equal(setting.scene.mode.requests.length + setting.scene.openMetadata.requests.length, 0);
    });
  }
});

describe('the base branch’s configuration', () => {
  const reportOf = (step: StepRun): RunReport =>
    JSON.parse(step.read(step.outputs['report-path'] ?? '')) as RunReport;

  test('is planned beside that of the head, from one reading of Mode', async (context) => {
    const setting = await set(context);
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
    const setting = await set(context);
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
      const setting = await set(context);
      const text = base(readFileSync(setting.scene.file, 'utf8'), setting.scene);
      if (text === null) setting.gitHub.files.delete('mode.yml');
      else setting.gitHub.files.set('mode.yml', text);
      const { comparison } = reportOf(await setting.run('pull_request'));
      if (says === null) assert.equal(comparison, null);
      else assert.match(comparison?.verdict ?? '', says);
    });
  }

  test('sends no credential where the head’s would not, and shows no secret', async (context) => {
    const setting = await set(context);
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
    assert.match(body, /accessTokenPassword<\/code> \| <code>\(not shown\)<\/code>/);
    assert.ok(![body, step.log, step.summary].some((each) => each?.includes(secret)));
  });

  test('outside the checkout is not looked for', async (context) => {
    const setting = await set(context);
    const outside = join(setting.scene.folder, '..', `${Date.now()}-mode.yml`);
    writeFileSync(outside, readFileSync(setting.scene.file));
    const { comparison } = reportOf(await setting.run('pull_request', { config: outside }));
    assert.match(comparison?.verdict ?? '', /not in the checkout/);
  });
});

import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { RunReport } from '../../src/report/run-report.ts';
import { runStep, type StepRun } from './runner.ts';
import { type Scene, setScene } from './scene.ts';
import { assertInvariants } from './step-invariants.ts';

const repository = (name: string) => ({ repo: { full_name: name } });
const PULL = {
  pull_request: { number: 7, head: repository('acme/catalog'), base: repository('acme/catalog') },
};
const FORK = {
  pull_request: { number: 7, head: repository('evil/catalog'), base: repository('acme/catalog') },
};

const secrets = ({ env }: Scene): Readonly<Record<string, string>> => ({
  'mode-access-token': env.MODE_ACCESS_TOKEN,
  'mode-access-token-password': env.MODE_ACCESS_TOKEN_PASSWORD,
  'openmetadata-jwt-token': env.OPENMETADATA_JWT_TOKEN,
});

async function step(
  context: TestContext,
  scene: Scene,
  options: {
    readonly event: string;
    readonly payload?: unknown;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly withSecrets?: boolean;
  },
): Promise<StepRun> {
  const run = await runStep(
    {
      event: options.event,
      payload: options.payload,
      workspace: scene.folder,
      inputs: {
        config: 'mode.yml',
        'allowed-hosts': '127.0.0.1',
        ...(options.withSecrets === false ? {} : secrets(scene)),
        ...options.inputs,
      },
    },
    context,
  );
  assertInvariants(run, scene);
  return run;
}

const writes = ({ openMetadata }: Scene) =>
  openMetadata.requests.filter(({ method }) => method !== 'GET').length;

describe('the trigger decides', () => {
  const CASES = [
    { event: 'schedule', does: 'ingest', status: 'done' },
    { event: 'workflow_dispatch', does: 'ingest', status: 'done' },
    { event: 'push', does: 'ingest', status: 'done' },
    { event: 'pull_request', payload: PULL, does: 'plan', status: 'planned' },
    { event: 'pull_request', payload: PULL, inputs: { command: 'ingest' }, does: 'ingest', status: 'done' },
    { event: 'pull_request', payload: PULL, withSecrets: false, does: 'validate', status: 'valid' },
    { event: 'pull_request', payload: FORK, does: 'validate', status: 'valid' },
    {
      event: 'pull_request',
      payload: FORK,
      inputs: { command: 'ingest' },
      does: 'validate',
      status: 'valid',
    },
    { event: 'workflow_dispatch', inputs: { command: 'plan' }, does: 'plan', status: 'planned' },
  ] as const;
  for (const { event, does, status, ...rest } of CASES) {
    test(`${event} ${JSON.stringify(rest).slice(0, 90)} → ${does}`, async (context) => {
      const scene = await setScene(context);
      const run = await step(context, scene, { event, ...rest });
      assert.equal(run.code, 0, run.raw);
      assert.equal(run.outputs.command, does);
      assert.equal(run.outputs.status, status);
      assert.equal(writes(scene) > 0, does === 'ingest');
      if (does === 'validate') {
        assert.deepEqual([...scene.mode.requests, ...scene.openMetadata.requests], []);
      } else {
        const report = JSON.parse(run.read(run.outputs['report-path'] ?? '')) as RunReport;
        assert.equal(report.command, does);
        assert.equal(run.outputs.dashboards, String(report.totals.dashboards.created));
        assert.match(run.summary ?? '', /dashboards/i);
        assert.equal(run.read(run.outputs['summary-path'] ?? ''), run.summary);
        assert.match(run.read(run.outputs['html-path'] ?? ''), /^<!doctype html>[\s\S]*<\/html>\n$/);
      }
    });
  }
});

test('pull_request_target is refused before anything is sent', async (context) => {
  const scene = await setScene(context);
  const run = await step(context, scene, { event: 'pull_request_target', payload: PULL });
  assert.equal(run.code, 2);
  assert.equal(run.outputs.status, 'failed');
  assert.match(run.annotations[0]?.message ?? '', /pull_request_target is refused/);
  assert.equal(scene.mode.requests.length + scene.openMetadata.requests.length, 0);
});

test('on a pull request no credential goes to a host that the workflow did not list', async (context) => {
  const scene = await setScene(context);
  const run = await step(context, scene, {
    event: 'pull_request',
    payload: PULL,
    inputs: { 'allowed-hosts': 'openmetadata.example.com' },
  });
  assert.equal(run.code, 2);
  assert.match(run.annotations.map(({ message }) => message).join('\n'), /allowed-hosts/);
  assert.equal(scene.mode.requests.length + scene.openMetadata.requests.length, 0);
});

test('a mistake is annotated at its line', async (context) => {
  const scene = await setScene(context);
  scene.configure({ source: { includeOwner: true } });
  const run = await step(context, scene, { event: 'push' });
  assert.equal(run.code, 2);
  const error = run.annotations.find(({ type }) => type === 'error');
  assert.equal(error?.properties.file, 'mode.yml');
  assert.match(error?.properties.line ?? '', /^\d+$/);
  assert.match(error?.message ?? '', /includeOwners/);
});

test('several configurations run one after the other, each with its own section', async (context) => {
  const scene = await setScene(context);
  mkdirSync(join(scene.folder, 'mode'));
  for (const name of ['a', 'b']) copyFileSync(scene.file, join(scene.folder, 'mode', `${name}.yml`));
  const run = await step(context, scene, { event: 'schedule', inputs: { config: 'mode/*.yml' } });
  assert.equal(run.code, 0, run.raw);
  assert.match(run.summary ?? '', /mode\/a\.yml[\s\S]*mode\/b\.yml/);
});

test('what was not read fails the step as fail-on says', async (context) => {
  for (const { failOn, code } of [
    { failOn: 'partial', code: 4 },
    { failOn: 'error', code: 0 },
    { failOn: 'never', code: 0 },
  ]) {
    const scene = await setScene(context);
    scene.mode.addFault({ path: /\/queries/, does: { status: 403, json: { id: 'forbidden' } }, times: 1 });
    const run = await step(context, scene, { event: 'schedule', inputs: { 'fail-on': failOn } });
    assert.equal(run.code, code, failOn);
    assert.equal(run.outputs.status, 'partial');
    assert.equal(run.outputs['exit-code'], '4');
    assert.match(run.summary ?? '', /queries of/);
  }
});

test('hostile names forge no workflow command', async (context) => {
  const scene = await setScene(context);
  const hostile = '::error file=x::forged ##[add-mask]dashboards\n::set-output name=a::b';
  const [collection] = scene.mode.workspace.collections;
  for (const report of collection?.reports ?? []) report.name = hostile;
  scene.mode.addFault({
    path: /\/queries/,
    does: { status: 403, json: { id: 'forbidden', message: hostile } },
  });
  const run = await step(context, scene, { event: 'schedule' });
  assert.equal(run.code, 4, run.raw);
  assert.ok(!run.masks.includes('dashboards'));
  assert.ok(run.annotations.every(({ properties }) => properties.file !== 'x'));
});

describe('a mistake of the workflow is told before anything is sent', () => {
  const CASES = [
    { inputs: { config: 'mode.yml\nmissing.yml' }, says: /Cannot read missing\.yml: ENOENT/ },
    { inputs: { config: '*.yaml' }, says: /No file matches \*\.yaml/ },
    { inputs: { 'html-path': '.' }, says: /Cannot write \.: EISDIR/ },
    { inputs: { 'report-path': '.' }, says: /Cannot write \.: EISDIR/ },
    { inputs: { 'report-path': 'mode.yml/r.json' }, says: /Cannot write mode\.yml\/r\.json: ENOTDIR/ },
    { inputs: { command: 'apply' }, says: /The input command is "apply"/ },
    { inputs: { 'openmetadata-jwt-token': 'first-line\nsecond-line' }, says: /holds a blank, a line break/ },
    { inputs: { 'allowed-hosts': 'om.example' }, says: /is not in the input allowed-hosts/ },
  ];
  for (const { inputs, says } of CASES) {
    test(JSON.stringify(inputs), async (context) => {
      const scene = await setScene(context);
      const run = await step(context, scene, { event: 'schedule', inputs });
      assert.equal(run.code, 2, run.raw);
      assert.equal(run.outputs['exit-code'], '2');
      assert.match(run.annotations.map(({ message }) => message).join('\n'), says);
      assert.equal(scene.mode.requests.length + scene.openMetadata.requests.length, 0);
      assert.doesNotMatch(run.log, /^\s+at |%0A\s+at /m, 'a stack trace');
      assert.doesNotMatch(run.log, /first-line|second-line/);
    });
  }
});

test('a broken configuration stops none of the others', async (context) => {
  const scene = await setScene(context);
  writeFileSync(join(scene.folder, 'a.yml'), 'source: [\n');
  const inputs = { config: 'a.yml\nmode.yml', 'report-path': 'out/r.json', 'html-path': 'out/r.html' };
  const run = await step(context, scene, { event: 'schedule', inputs });
  assert.equal(run.code, 2, run.raw);
  assert.equal(run.outputs.status, 'invalid');
  assert.ok(writes(scene) > 0);
  for (const file of ['r-2.json', 'r.html', 'r-2.html'])
    assert.ok(existsSync(join(scene.folder, 'out', file)), file);
});

test('without secrets a pull request is told its mistakes, not that it has no secrets', async (context) => {
  const scene = await setScene(context);
  scene.configure({ source: { includeOwner: true } });
  const run = await step(context, scene, { event: 'pull_request', payload: PULL, withSecrets: false });
  assert.equal(run.code, 2);
  assert.equal(run.outputs.command, 'validate');
  const errors = run.annotations.filter(({ type }) => type === 'error');
  assert.equal(errors.length, 1, JSON.stringify(errors));
  assert.match(errors[0]?.message ?? '', /includeOwners/);
});

test('a summary that GitHub does not take ends no ingestion', async (context) => {
  const scene = await setScene(context);
  const run = await runStep(
    {
      event: 'schedule',
      workspace: scene.folder,
      inputs: { config: 'mode.yml', ...secrets(scene) },
      env: { GITHUB_STEP_SUMMARY: '' },
    },
    context,
  );
  assert.equal(run.code, 0, run.raw);
  assert.equal(run.outputs.status, 'done');
  assert.match(run.annotations[0]?.message ?? '', /did not take the job summary/);
});

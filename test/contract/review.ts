import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { type EventName, recorded } from './events.ts';
import { GITHUB_TOKEN, type GitHubStandIn, startGitHub } from './github.ts';
import { runStep, type StepRun } from './runner.ts';
import { type Scene, setScene } from './scene.ts';
import { assertInvariants } from './step-invariants.ts';

export interface Setting {
  readonly scene: Scene;
  readonly gitHub: GitHubStandIn;
  run(
    event: EventName,
    inputs?: Readonly<Record<string, string>>,
    options?: { readonly withSecrets?: boolean; readonly code?: number },
  ): Promise<StepRun>;
}

/** The sample company's two servers, a stand-in for GitHub, and a step of the action on a recorded event. */
export async function setReview(
  context: TestContext,
  options: Parameters<typeof startGitHub>[1] = {},
): Promise<Setting> {
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

export const warnings = (step: StepRun): string =>
  step.annotations
    .filter(({ type }) => type === 'warning')
    .map(({ message }) => message)
    .join('\n');

export const sent = ({ gitHub }: Setting): readonly string[] =>
  gitHub.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`);

export const changed = (setting: Setting): readonly string[] =>
  sent(setting).filter((request) => /^(?:POST|PATCH) \/repos/.test(request));

export const only = ({ gitHub }: Setting): string => {
  assert.equal(gitHub.comments.length, 1);
  return gitHub.comments[0]?.body ?? '';
};

export const MARKER = '<!-- mode-ingest:plan config=mode.yml label= -->';

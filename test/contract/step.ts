import type { TestContext } from 'node:test';
import { runStep, type StepRun } from './runner.ts';
import type { Scene } from './scene.ts';

/** A step of the action with the scene's configuration and all of its secrets. */
export const runAction = (
  context: TestContext,
  scene: Scene,
  {
    event = 'workflow_dispatch',
    ...step
  }: {
    readonly event?: string;
    readonly payload?: unknown;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<StepRun> =>
  runStep(
    {
      event,
      workspace: scene.folder,
      ...step,
      inputs: {
        config: 'mode.yml',
        'mode-access-token': scene.env.MODE_ACCESS_TOKEN,
        'mode-access-token-password': scene.env.MODE_ACCESS_TOKEN_PASSWORD,
        'openmetadata-jwt-token': scene.env.OPENMETADATA_JWT_TOKEN,
        ...step.inputs,
      },
    },
    context,
  );

/** Requests to the catalog that wrote. */
export const writesOf = ({ openMetadata }: Scene): number =>
  openMetadata.requests.filter(({ method }) => method !== 'GET').length;

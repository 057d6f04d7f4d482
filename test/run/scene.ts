import type { TestContext } from 'node:test';
import { startDemo } from '../../src/demo/start-demo.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { Workflow } from '../../src/workflow.ts';

type Demo = Awaited<ReturnType<typeof startDemo>>;

/** The sample company, and runs of the whole workflow against it, in this process. */
export interface Scene extends Demo {
  run(
    command?: 'plan' | 'ingest',
    change?: {
      readonly source?: Readonly<Record<string, unknown>>;
      readonly limits?: { readonly maxDeletions: number | null; readonly maxDeletionShare: number };
      /** Told of the workflow before it runs. */
      readonly begins?: (workflow: Workflow) => void;
    },
  ): Promise<RunReport>;
  /** Requests to the catalog that wrote, since the last call of `forget`. */
  writes(): readonly string[];
  forget(): void;
}

/** A request that fails is tried twice and given up soon, so that tests of faults are quick. */
const REQUESTS = { timeoutMs: 400, budgetMs: 3_000, attempts: 2 };

export async function setScene(
  context: Pick<TestContext, 'after'>,
  options: Parameters<typeof startDemo>[0] = {},
): Promise<Scene> {
  const demo = await startDemo(options);
  context.after(() => demo.close());
  return {
    ...demo,
    async run(command = 'ingest', { source = {}, limits, begins } = {}) {
      const { config } = demo;
      const changed = {
        ...config,
        source: {
          ...config.source,
          sourceConfig: { config: { ...config.source.sourceConfig.config, ...source } },
        },
      };
      const workflow = await Workflow.create(changed, {
        command,
        env: demo.env,
        requests: REQUESTS,
        ...(limits === undefined ? {} : { limits }),
      });
      begins?.(workflow);
      return workflow.execute();
    },
    writes: () =>
      demo.openMetadata.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${path.replace(/^\/api\/v1/, '').split('?')[0]}`),
    forget() {
      demo.mode.forget();
      demo.openMetadata.forget();
    },
  };
}

import type { TestContext } from 'node:test';
import type { RequestLimits } from '../../src/connections.ts';
import { startDemo } from '../../src/demo/start-demo.ts';
import { loadParser } from '../../src/lineage/parser/load-parser.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { Workflow } from '../../src/workflow.ts';
import type { WorkflowOptions } from '../../src/workflow-options.ts';

type Demo = Awaited<ReturnType<typeof startDemo>>;

/** The sample company, and runs of the whole workflow against it, in this process. */
export interface Scene extends Demo {
  run(
    command?: WorkflowOptions['command'],
    change?: {
      readonly source?: Readonly<Record<string, unknown>>;
      readonly env?: Readonly<Record<string, string>>;
      readonly limits?: { readonly maxDeletions: number | null; readonly maxDeletionShare: number };
      /** Told of the workflow before it runs. */
      readonly begins?: (workflow: Workflow) => void;
      readonly requests?: RequestLimits;
      readonly shard?: string;
      /** Milliseconds since 1970. */
      readonly now?: number;
    },
  ): Promise<RunReport>;
  /** Requests to the catalog that wrote, since the last call of `forget`. */
  writes(): readonly string[];
  forget(): void;
}

/** A request that fails is tried twice, so that tests of faults are quick. */
const REQUESTS: RequestLimits = { timeoutMs: 10_000, budgetMs: 30_000, attempts: 2 };
/** Where a request is never answered: as long as a busy machine may take for one that is. */
export const IMPATIENT: RequestLimits = { timeoutMs: 1_000, budgetMs: 5_000, attempts: 2 };

type SceneOptions = NonNullable<Parameters<typeof startDemo>[0]> & {
  readonly requests?: WorkflowOptions['requests'];
};

export async function setScene(
  context: Pick<TestContext, 'after'>,
  { requests: usual = REQUESTS, ...options }: SceneOptions = {},
): Promise<Scene> {
  // Starting the parser holds up everything for a while, which would be a time-out on a busy machine.
  await loadParser();
  const demo = await startDemo(options);
  context.after(() => demo.close());
  return {
    ...demo,
    async run(
      command = 'ingest',
      { source = {}, env = {}, limits, begins, requests = usual, shard, now } = {},
    ) {
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
        env: { ...demo.env, ...env },
        requests,
        ...(shard === undefined ? {} : { shard }),
        ...(now === undefined ? {} : { now: () => now }),
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

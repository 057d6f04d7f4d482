import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { stringify } from 'yaml';
import { startDemo } from '../../src/demo/start-demo.ts';

type Demo = Awaited<ReturnType<typeof startDemo>>;

/** The sample company's two servers, a folder of our own, and the workflow YAML in it. All gone after the test. */
export interface Scene extends Demo {
  readonly folder: string;
  /** Path of the workflow YAML. */
  readonly file: string;
  readonly net: readonly string[];
  /** Writes the workflow YAML anew, with these keys of `sourceConfig.config` and `workflowConfig` beside the sample's. */
  configure(change: {
    readonly source?: Readonly<Record<string, unknown>>;
    readonly workflow?: Readonly<Record<string, unknown>>;
    readonly mode?: Readonly<Record<string, unknown>>;
  }): void;
}

export async function setScene(context: Pick<TestContext, 'after'>): Promise<Scene> {
  const demo = await startDemo();
  const folder = mkdtempSync(join(tmpdir(), 'mode-ingest-'));
  context.after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await demo.close();
  });
  const file = join(folder, 'mode.yml');
  const configure: Scene['configure'] = ({ source = {}, workflow = {}, mode = {} }) => {
    const { config } = demo;
    writeFileSync(
      file,
      stringify({
        ...config,
        source: {
          ...config.source,
          serviceConnection: { config: { ...config.source.serviceConnection.config, ...mode } },
          sourceConfig: { config: { ...config.source.sourceConfig.config, ...source } },
        },
        workflowConfig: { ...config.workflowConfig, ...workflow },
      }),
    );
  };
  configure({});
  return {
    ...demo,
    folder,
    file,
    configure,
    net: [demo.mode.url, demo.openMetadata.url].map((url) => new URL(url).host),
  };
}

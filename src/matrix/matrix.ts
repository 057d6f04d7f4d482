import { MOST_SHARDS, shardText } from '../config/shard.ts';
import type { Finding, WorkflowConfig } from '../config/workflow-config.ts';
import { secretPrefix } from './secret-prefix.ts';

/** One job of a GitHub matrix: `fromJSON` of the whole makes `strategy.matrix`. */
export interface MatrixEntry {
  /** Path of the configuration. */
  readonly config: string;
  readonly service: string;
  readonly workspace: string;
  /** The service as a word for names of secrets. */
  readonly prefix: string;
  /** Such as `1/4`, and its first number alone, for names of secrets. */
  readonly shard?: string;
  readonly number?: number;
}

export interface Matrix {
  readonly include: readonly MatrixEntry[];
}

/** One job for each configuration, or for each shard of each. */
export function matrixOf(
  configs: readonly Pick<WorkflowConfig, 'path' | 'serviceName' | 'mode'>[],
  shards: number | null,
): Matrix {
  const parts = Array.from({ length: shards ?? 0 }, (_, index) => index + 1);
  return {
    include: configs.flatMap(({ path, serviceName, mode }): readonly MatrixEntry[] => {
      const entry = {
        config: path,
        service: serviceName,
        workspace: mode.workspaceName,
        prefix: secretPrefix(serviceName),
      };
      if (shards === null) return [entry];
      return parts.map((index) => ({ ...entry, shard: shardText({ index, count: shards }), number: index }));
    }),
  };
}

/** Jobs that would write the same service, or that would take each other's secrets. Each is told of the first that it is like. */
export function clashesIn(
  configs: readonly Pick<WorkflowConfig, 'path' | 'serviceName'>[],
): readonly Finding[] {
  const services = new Map<string, string>();
  const prefixes = new Map<string, string>();
  return configs.flatMap(({ path, serviceName }): readonly Finding[] => {
    const prefix = secretPrefix(serviceName);
    const [sameService, samePrefix] = [services.get(serviceName), prefixes.get(prefix)];
    if (sameService === undefined) services.set(serviceName, path);
    if (samePrefix === undefined) prefixes.set(prefix, path);
    if (sameService !== undefined)
      return [
        {
          severity: 'error',
          code: 'same-service',
          message: `${sameService} and ${path} are both of the service ${JSON.stringify(serviceName)}: each would delete what the other ingests.`,
          next: 'Give each workspace a serviceName of its own, or list one of the two files.',
          file: path,
        },
      ];
    if (samePrefix === undefined) return [];
    return [
      {
        severity: 'error',
        code: 'same-prefix',
        message: `${samePrefix} and ${path} would take the same secrets: the names of both services make the word ${prefix}.`,
        next: 'Give the services names that differ in their letters or digits.',
        file: path,
      },
    ];
  });
}

/** The number of shards in a text; null when it is none. */
export function shardCountOf(text: string): number | null {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MOST_SHARDS ? count : null;
}

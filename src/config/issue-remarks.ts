import { z } from 'zod';
import { type ConfigNode, isNull, nodeAt } from './document/config-node.ts';
import { locate } from './document/locate.ts';
import { pathText, type Remark, remarkOn } from './remark.ts';

/** What to do where a key is missing or wrong, by path. */
const NEXT_STEPS: Readonly<Record<string, string>> = {
  source: 'Begin with the sample of OpenMetadata’s Mode connector.',
  'source.type': 'This tool reads Mode: write `type: mode`.',
  'source.serviceName': 'Give the dashboard service the name that it has, or shall have, in OpenMetadata.',
  'source.serviceConnection':
    'Write the connection out here: this tool does not read the one that OpenMetadata has stored.',
  'source.serviceConnection.config':
    'Write the connection out here: this tool does not read the one that OpenMetadata has stored.',
  'source.serviceConnection.config.type': 'Write `type: Mode`.',
  'source.serviceConnection.config.workspaceName':
    'It is the part after the host in the address of your workspace: app.mode.com/{workspaceName}.',
  'source.sourceConfig': 'Write `config:` below it, and `type: DashboardMetadata` below that.',
  'source.sourceConfig.config': 'Write `type: DashboardMetadata` below it.',
  'source.sourceConfig.config.type': 'Write `type: DashboardMetadata`.',
  'sink.type': 'Write `type: metadata-rest`.',
  workflowConfig:
    'Write `openMetadataServerConfig` below it, with hostPort, authProvider and securityConfig.',
  'workflowConfig.openMetadataServerConfig': 'Give it hostPort, authProvider and securityConfig.',
  'workflowConfig.openMetadataServerConfig.hostPort': 'For example https://openmetadata.example.com/api',
};

const givenParams = z.object({ code: z.string(), next: z.string().optional() });

/** zod's issues at their places. Their messages are ours, and none holds a value. */
export function issueRemarks(issues: readonly z.core.$ZodIssue[], root: ConfigNode): readonly Remark[] {
  return issues.flatMap((issue) => {
    // A key of YAML or JSON is never a symbol.
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    const node = nodeAt(root, path);
    // Told already: its variable is not set.
    if (node?.kind === 'scalar' && node.unset !== undefined) return [];
    const params = givenParams.safeParse('params' in issue ? issue.params : undefined).data;
    const next = params?.next ?? NEXT_STEPS[pathText(path)];
    return remarkOn(path, locate(root, path), {
      severity: 'error',
      code: params?.code ?? (node === undefined || isNull(node) ? 'missing-key' : 'invalid-value'),
      message: issue.message,
      ...(next === undefined ? {} : { next }),
    });
  });
}

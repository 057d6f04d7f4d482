import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { permissionChecks } from '../../src/doctor/permission-checks.ts';
import { load, withLines } from '../config/workflow-text.ts';
import { listingMinimum, restMinimum } from '../run/expected-calls.ts';

const text = (path: string) => readFileSync(path, 'utf8');
const cell = (prose: string) => prose.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();

const described = z.object({ description: z.string() });
const action = z
  .object({
    inputs: z.record(
      z.string(),
      described.extend({ default: z.string().optional(), required: z.boolean().optional() }),
    ),
    outputs: z.record(z.string(), described),
  })
  .parse(parse(text('action.yml')));

function inputs(): string {
  const rows = Object.entries(action.inputs).map(([name, input]) => {
    const usual = input.default === undefined ? '' : `\`${input.default}\``;
    return `| \`${name}\` | ${cell(input.description)} | ${input.required ? '**required**' : usual} |`;
  });
  return ['| input | meaning | default |', '|---|---|---|', ...rows].join('\n');
}

function outputs(): string {
  const rows = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ['| output | meaning |', '|---|---|', ...rows].join('\n');
}

/** The verdict, the totals, one collection and the drawing of the plan that the golden files hold, without its links. */
function plan(): string {
  const golden = text('test/golden/plan.md').replace(/\[([^\]]*)\]\(https?:[^)]*\)/g, '$1');
  const parts = [
    /^> \[!NOTE\]\n> .*$/m,
    /^\| {2}\| To create[\s\S]*?\n(?=\n)/m,
    /^<details open><summary><b>Sales[\s\S]*?<\/details>$/m,
    /^```mermaid\n[\s\S]*?\n```$/m,
    /^_The drawing.*$/m,
  ];
  return parts.map((part) => (part.exec(golden)?.[0] ?? `no ${part}`).trim()).join('\n\n');
}

/** The verdicts with their cures, as the page of messages has them. */
const verdicts = (): string =>
  /^\| verdict \|[\s\S]*?\n(?=\n)/m.exec(text('docs/errors.md'))?.[0].trim() ?? '';

/** What `doctor` misses when a token may do nothing, by what asks for it. */
async function operations(): Promise<string> {
  const lacking = async (workflow: string) => {
    const { config } = await load(workflow);
    if (config === null) throw new Error('The workflow of the tests is no configuration');
    return permissionChecks(new Map(), config).flatMap(({ says }) =>
      [...says.matchAll(/(\w+) on (\w+)/g)].map(([, operation = '', resource = '']) => ({
        operation,
        resource,
      })),
    );
  };
  const all = await lacking(
    withLines('workflowConfig:', '  config: {registerRun: true}').replace(
      'DashboardMetadata',
      'DashboardMetadata\n      includeTags: true\n      includeOwners: true',
    ),
  );
  const resources = [...new Set(all.map(({ resource }) => resource))];
  const rows = resources.map((resource) => {
    const names = all.filter((one) => one.resource === resource).map(({ operation }) => `\`${operation}\``);
    return `| \`${resource}\` | ${names.join(', ')} |`;
  });
  return ['| resource | operations |', '|---|---|', ...rows].join('\n');
}

/** Requests of a first and of a quiet incremental run; `test/run` holds runs to these numbers. */
function calls(): string {
  const workspace = generateWorkspace({
    collections: 40,
    reportsPerCollection: 25,
    queriesPerReport: 3,
    chartsPerQuery: 2,
  });
  const row = (what: string, count: number) => {
    const minutes = count / 4 / 60;
    const time = minutes < 2 ? `${Math.round(minutes * 60)} s` : `${Math.round(minutes)} minutes`;
    return `| ${what} | ${count.toLocaleString('en-GB')} | ${time} |`;
  };
  return [
    '| 40 collections, 1,000 reports, 3,000 queries, 6,000 charts | requests | time |',
    '|---|--:|--:|',
    row('a full run', restMinimum(workspace)),
    row('an incremental run when nothing has changed', listingMinimum(workspace)),
  ].join('\n');
}

const examples = Object.fromEntries(
  readdirSync('examples')
    .filter((file) => file.endsWith('.yml'))
    .map((file) => [`example ${file.replace('.yml', '')}`, `\`\`\`yaml\n${text(`examples/${file}`)}\`\`\``]),
);

/** What stands between `<!-- name -->` and `<!-- /name -->` on a page, by name. */
export const BLOCKS: Readonly<Record<string, string>> = {
  inputs: inputs(),
  outputs: outputs(),
  plan: plan(),
  verdicts: verdicts(),
  operations: await operations(),
  calls: calls(),
  ...examples,
};

import { EXIT } from '../../src/errors.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
import {
  chart,
  collection,
  complete,
  dashboard,
  dataModel,
  edge,
  facts,
  modelFqn,
  outcome,
  plan,
  query,
  report,
  sources,
  workspace,
} from './facts.ts';

/** A run in which every text that can come from outside is one of these. */
export function hostileRun(texts: readonly string[], parts: Partial<RunFacts> = {}): RunFacts {
  const at = (index: number) => texts[index % texts.length] ?? '';
  const moves = texts.map((text, index) => ({
    token: text,
    name: at(index + 1),
    kind: 'report' as const,
    url: `https://app.mode.com/${text}`,
    because: at(index + 2),
    calls: 1,
  }));
  return facts({
    configPath: at(0),
    serviceName: at(1),
    servers: { mode: at(2), openMetadata: `https://x.example/${at(3)}`, openMetadataVersion: at(4) },
    pipeline: { fqn: at(5), runId: at(6), state: at(7), problem: at(8) },
    workspace: workspace({
      collections: complete([collection('c', at(5))]),
      reports: texts.map((text, index) => report(`r${index}`, text, 'c', [query('q', at(index + 1))])),
      leftOut: texts.map((text) => ({ token: text, name: text, because: text })),
      notices: texts,
    }),
    sources: texts.map((text, index) =>
      sources(`r${index}`, 'q', 'unparsed', text, {
        unlinked: [
          { written: text, why: 'ambiguous', candidates: texts.slice(0, 5) },
          { written: text, why: 'not-in-catalog', candidates: [] },
        ],
        diagnostics: [{ code: text, message: at(index + 1), line: 3 }],
      }),
    ),
    plan: plan({
      dashboards: texts.map((text, index) =>
        dashboard(`r${index}`, text, {
          action: 'update',
          url: `https://app.mode.com/${text}`,
          reason: text,
          changes: [{ field: text, before: at(index + 1), after: at(index + 2) }],
        }),
      ),
      charts: texts.map((text, index) =>
        chart(`r${index}`, `c${index}`, text, { action: 'delete', reason: text }),
      ),
      dataModels: texts.map((text, index) => dataModel(`r${index}`, 'q', text, { url: text })),
      edges: texts.map((text, index) =>
        edge(text, modelFqn(`r${index}`, 'q'), {
          action: index % 2 === 0 ? 'add' : 'unchanged',
          columns: [{ from: [`${text}.${text}`], to: `${modelFqn(`r${index}`, 'q')}.${text}` }],
        }),
      ),
      guard: { state: 'stopped', reasons: texts, deletions: 3 },
      incomplete: texts,
    }),
    comparison: {
      kind: 'compared',
      keys: texts.map((text, index) => ({ key: text, before: at(index + 1), after: at(index + 3) })),
    },
    base: { plan: plan(), problem: null, gained: moves, lost: moves },
    outcome: outcome({
      results: texts.map((text) => ({ key: text, what: 'dashboard', ok: false, error: text })),
    }),
    findings: texts.map((text) => ({
      severity: 'error',
      code: text,
      message: text,
      next: text,
      file: text,
      line: 3,
    })),
    status: 'failed',
    exitCode: EXIT.partial,
    error: { code: at(0), message: at(1), next: at(2) },
    ...parts,
  });
}

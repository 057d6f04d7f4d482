import { Context } from 'liquidjs';
import type { Dialect } from '../dialect.ts';
import type { Diagnostic } from '../sources.ts';
import { takeOutBlocks } from './blocks.ts';
import { coverBranches } from './branches.ts';
import { emptyCommentOutputs } from './comments.ts';
import { type Definitions, expandDefinitions } from './definitions.ts';
import { sqlEngine } from './engine.ts';
import { fillUnknown } from './fill-unknown.ts';
import type { Parameters } from './forms.ts';
import { markLines, readMarks } from './line-marks.ts';
import { mendEdges } from './mend-edges.ts';
import { stripLiquid } from './strip.ts';
import { literalAssigns, prepareTags } from './tags.ts';

/** What Mode would send to the warehouse, with default values, and with other branches taken. */
export interface Rendered {
  readonly main: string;
  /** The author's line of each line of `main`; null when they are the same. */
  readonly lines: readonly number[] | null;
  readonly others: readonly string[];
  /** True when the Liquid was wrong and was taken out instead: all branches stand in the text at once. */
  readonly broken: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RenderOptions {
  readonly dialect: Dialect;
  readonly definitions: Definitions;
  readonly parameters: Parameters;
}

/** Renderings of one query, the one with default values among them. */
const MOST_RENDERINGS = 8;

/** Renders a query's Liquid as Mode does, without running anything: unknown values become harmless SQL. It never throws. */
export function renderQuery(text: string, { dialect, definitions, parameters }: RenderOptions): Rendered {
  const source = text.replace(/[\uE000-\uE003]/g, '');
  if (!/\{[{%]/.test(source))
    return { main: source, lines: null, others: [], broken: false, diagnostics: [] };
  const bare = emptyCommentOutputs(takeOutBlocks(source).text, dialect);
  const expanded = expandDefinitions(bare, definitions, dialect);
  const template = prepareTags(expanded.text);
  const values = new Map<string, unknown>([...literalAssigns(template), ...known(parameters)]);
  const filled = (sql: string): string => fillUnknown(mendEdges(sql), dialect);
  try {
    const { main, others, left } = renderAll(markLines(template), values);
    const { text: sql, lines } = readMarks(main);
    return {
      main: filled(sql),
      lines,
      others: others.map((other) => filled(readMarks(other).text)),
      broken: false,
      diagnostics: left ? [...expanded.diagnostics, TOO_MANY_BRANCHES] : expanded.diagnostics,
    };
  } catch (error) {
    const main = filled(stripLiquid(template, values));
    const diagnostics = [...expanded.diagnostics, liquidError(error)];
    return { main, lines: null, others: [], broken: true, diagnostics };
  }
}

function renderAll(template: string, values: ReadonlyMap<string, unknown>) {
  const engine = sqlEngine();
  const parsed = engine.parse(template);
  const coverage = coverBranches(engine, parsed);
  const render = (): string => {
    const context = new Context(
      Object.fromEntries(values),
      engine.options,
      { sync: true },
      { liquid: engine },
    );
    context.push(coverage.assumed);
    return String(engine.renderSync(parsed, context));
  };
  coverage.force(undefined);
  const main = render();
  const others: string[] = [];
  let tries = 1;
  for (
    let branch = coverage.next();
    branch !== undefined && tries < MOST_RENDERINGS;
    branch = coverage.next()
  ) {
    tries += 1;
    coverage.force(branch);
    const sql = attempt(render);
    if (sql !== null) others.push(sql);
  }
  return { main, others, left: coverage.next() !== undefined };
}

/** A branch that was never meant to be taken with these values may fail; the others still count. */
function attempt(render: () => string): string | null {
  try {
    return render();
  } catch {
    return null;
  }
}

const known = (parameters: Parameters): (readonly [string, unknown])[] =>
  [...parameters].filter(([, value]) => value !== undefined && value !== null);

const TOO_MANY_BRANCHES: Diagnostic = {
  code: 'liquid-branches',
  message: `The query has more Liquid branches than the ${MOST_RENDERINGS} renderings that are tried; tables in the others are not seen.`,
};

function liquidError(error: unknown): Diagnostic {
  const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const line = Number(/\bline:(\d+)/.exec(text)?.[1]);
  const message = `Liquid could not be rendered, all its branches are read: ${text.slice(0, 200)}`;
  return { code: 'liquid-error', message, ...(line > 0 ? { line } : {}) };
}

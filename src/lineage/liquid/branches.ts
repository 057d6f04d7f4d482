import {
  CaptureTag,
  CaseTag,
  type Context,
  type Emitter,
  ForTag,
  IfTag,
  type Liquid,
  type Tag,
  type Template,
  UnlessTag,
} from 'liquidjs';
import { assumedBy } from './assumed-by.ts';
import { withoutMarks } from './line-marks.ts';
import { EDGE, GAP } from './unknown.ts';

/** One arm of a tag: what it renders, and the arms that it stands in, from the outside in, itself the last. */
export interface Branch {
  readonly tag: Tag;
  readonly templates: readonly Template[];
  readonly path: readonly Branch[];
  /** Values of variables with which it is taken. */
  readonly assumed: Readonly<Record<string, unknown>>;
}

/** What renderings of one template have covered so far, and what the next one is to take. */
export interface Coverage {
  /** The first branch that no rendering has taken yet. */
  next(): Branch | undefined;
  /** Renders with the branch, and those that it stands in, taken whatever their conditions say. */
  force(branch: Branch | undefined): void;
  /**
   * What conditions see before anything else, to be in sight of the rendering: other tags that ask the same as a forced branch
   * answer alike. What is put out does not see it.
   */
  readonly assumed: object;
}

/** Loop rounds that one rendering may make, all loops together. */
const MOST_ROUNDS = 500;

/**
 * Makes the tags of a parsed template tell which of their branches are taken, and lets branches be forced. A branch that is
 * not taken leaves its line breaks, so that the lines after it stay where they were.
 */
export function coverBranches(liquid: Liquid, parsed: Template[]): Coverage {
  const branches: Branch[] = [];
  const taken = new Set<readonly Template[]>();
  const forced = new Map<Tag, Template[]>();
  const assumed: Record<string, unknown> = Object.create(null);
  let wanted: Readonly<Record<string, unknown>> = {};
  let rounds = 0;

  /** Returns the line breaks that the templates stand for. `shown` is false for a text that a variable catches. */
  const visit = (templates: readonly Template[], around: readonly Branch[], shown: boolean): number => {
    let lines = 0;
    for (const template of templates) {
      if (template instanceof CaptureTag) visit(template.templates, around, false);
      lines += isBranching(template) ? cover(template, around, shown) : ownLines(template);
    }
    return lines;
  };

  const cover = (tag: BranchingTag, around: readonly Branch[], shown: boolean): number => {
    const arms = armsOf(tag);
    const assumptions = tag instanceof ForTag ? [] : assumedBy(tag, arms);
    const lines = arms.map((templates, arm) => {
      const path: Branch[] = [...around];
      const branch: Branch = { tag, templates, path, assumed: assumptions[arm] ?? {} };
      path.push(branch);
      if (templates.some(hasContent)) branches.push(branch);
      return visit(templates, path, shown);
    });
    for (const [arm, templates] of arms.entries()) {
      const loops = tag instanceof ForTag && arm === 0;
      const before = loops ? 0 : sum(lines.slice(0, arm));
      const after = loops ? 0 : sum(lines.slice(arm + 1));
      const isGap = shown && templates.length === 0 && !(tag instanceof ForTag);
      const mark = (): string => (shown && forced.has(tag) ? EDGE : isGap ? GAP : '');
      const head = (context: Context, emitter: Emitter): void => {
        assume({});
        taken.add(templates);
        if (loops && ++rounds > MOST_ROUNDS) context.breakCalled = true;
        emitter.write(mark() + '\n'.repeat(before));
      };
      templates.unshift({ token: tag.token, render: head });
      templates.push({
        token: tag.token,
        render: (_, emitter: Emitter) => emitter.write('\n'.repeat(after) + (isGap ? '' : mark())),
      });
    }
    makeForcible(tag);
    return sum(lines);
  };

  const assume = (values: Readonly<Record<string, unknown>>): void => {
    for (const name of Object.keys(assumed)) delete assumed[name];
    Object.assign(assumed, values);
  };

  const makeForcible = (tag: BranchingTag): void => {
    const usual = tag.render.bind(tag);
    tag.render = function* (context, emitter) {
      const templates = forced.get(tag);
      // The arm that is taken takes the assumption back before it puts anything out.
      if (templates === undefined && !(tag instanceof ForTag)) assume(wanted);
      yield templates === undefined
        ? usual(context, emitter)
        : liquid.renderer.renderTemplates(templates, context, emitter);
    };
  };

  visit(parsed, [], true);
  return {
    next: () => branches.find(({ templates }) => !taken.has(templates)),
    force: (branch) => {
      rounds = 0;
      forced.clear();
      const path = branch?.path ?? [];
      for (const { tag, templates } of path) forced.set(tag, [...templates]);
      wanted = Object.assign({}, ...path.map((one) => one.assumed));
      assume({});
      // Taken or not after this: it is not tried twice.
      if (branch !== undefined) taken.add(branch.templates);
    },
    assumed,
  };
}

export type BranchingTag = IfTag | UnlessTag | CaseTag | ForTag;

const isBranching = (template: Template): template is BranchingTag =>
  template instanceof IfTag ||
  template instanceof UnlessTag ||
  template instanceof CaseTag ||
  template instanceof ForTag;

/** The arms in the order of the text. An `if` without `else` gets an empty one. */
function armsOf(tag: BranchingTag): Template[][] {
  if (tag instanceof ForTag) return [tag.templates, tag.elseTemplates];
  tag.elseTemplates ??= [];
  return [...tag.branches.map(({ templates }) => templates), tag.elseTemplates];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Text that only stands in the template: plain text has no name, tags do. */
const ownText = ({ token }: Template): string => token.input.slice(token.begin, token.end);

const ownLines = (template: Template): number =>
  'name' in template ? 0 : ownText(template).split('\n').length - 1;

const hasContent = (template: Template): boolean => withoutMarks(ownText(template)).trim() !== '';

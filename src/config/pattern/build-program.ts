import { invalid } from './pattern-error.ts';
import type { Assertion, CharTest, Pattern } from './syntax.ts';

/** One step of Thompson's machine; numbers are the indexes of the steps to go on with. */
export type Step =
  | { readonly kind: 'char'; readonly test: CharTest; readonly then: number }
  | { readonly kind: 'assert'; readonly assertion: Assertion; readonly then: number }
  | { readonly kind: 'fork'; readonly ways: readonly number[] }
  | { readonly kind: 'match' };

export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
}

const MOST_STEPS = 5000;
/** An empty group makes no step however often it is repeated: the work is bounded too. */
const MOST_WORK = 50_000;

/** A pattern's machine, built from its end: each part knows where to go on. @throws PatternError when it would be too large. */
export function buildProgram(pattern: Pattern): Program {
  const steps: Step[] = [];
  let work = 0;
  const add = (step: Step): number => steps.push(step) - 1;

  const build = (part: Pattern, then: number): number => {
    work += 1;
    if (steps.length >= MOST_STEPS || work > MOST_WORK)
      throw invalid('its repeats, written out, are too long', 'Use `*` or `+` for the inner repeats.');
    switch (part.kind) {
      case 'char':
        return add({ kind: 'char', test: part.test, then });
      case 'assert':
        return add({ kind: 'assert', assertion: part.assertion, then });
      case 'sequence':
        return part.parts.reduceRight((next, one) => build(one, next), then);
      case 'either':
        return add({ kind: 'fork', ways: part.branches.map((branch) => build(branch, then)) });
      case 'repeat':
        return buildRepeat(part, then);
    }
  };

  const buildRepeat = ({ part, least, most }: Extract<Pattern, { kind: 'repeat' }>, then: number): number => {
    let next = then;
    if (most === Number.POSITIVE_INFINITY) {
      const loop = add({ kind: 'fork', ways: [] });
      steps[loop] = { kind: 'fork', ways: [build(part, loop), then] };
      next = loop;
    } else {
      for (let left = most - least; left > 0; left -= 1)
        next = add({ kind: 'fork', ways: [build(part, next), then] });
    }
    for (let left = least; left > 0; left -= 1) next = build(part, next);
    return next;
  };

  const end = add({ kind: 'match' });
  return { steps, start: build(pattern, end) };
}

import { CaseTag, type IfTag, type Template, UnlessTag } from 'liquidjs';
import { type Assumed, whenCase, whenFalse, whenNoCase, whenTrue } from './assumed.ts';

/** For each arm of a tag the values of variables with which it is taken, as far as its conditions are plain. */
export function assumedBy(
  tag: IfTag | UnlessTag | CaseTag,
  arms: readonly (readonly Template[])[],
): readonly Assumed[] {
  const first = tag.token.args.trim();
  const conditions = arms.slice(0, -1).map((templates) => openingOf(templates));
  if (tag instanceof CaseTag) {
    return [...conditions.map((values) => whenCase(first, values ?? '')), whenNoCase(first)];
  }
  const negated = tag instanceof UnlessTag;
  conditions[0] = first;
  const taken = conditions.map((one, arm) => (negated && arm === 0 ? whenFalse : whenTrue)(one ?? ''));
  const passed = conditions.map((one, arm) => (negated && arm === 0 ? whenTrue : whenFalse)(one ?? ''));
  return [...taken, Object.assign({}, ...passed.toReversed())];
}

/** What the tag that stands right before the templates asks; undefined for an arm without any. */
function openingOf([first]: readonly Template[]): string | undefined {
  if (first === undefined) return undefined;
  const { input, begin } = first.token;
  const opening = input.slice(input.lastIndexOf('{%', begin - 1), begin);
  return /^\{%-?\s*(?:elsif|when)\s+(.*?)\s*-?%\}\s*$/s.exec(opening)?.[1];
}

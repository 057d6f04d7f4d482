import type { ConfigNode, MapNode, Path, ScalarNode } from './document/config-node.ts';
import { problem, type Remark, remarkOn } from './remark.ts';

export interface Substitution {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths where a variable that is not set is no error yet: a credential may come from elsewhere. */
  readonly mayBeUnset: (path: Path) => boolean;
}

/**
 * Puts the environment's values in for `${NAME}`, in values only and after parsing, so that a value with a colon, a quote or a
 * line break changes nothing but its own scalar. `$NAME` counts where it is the whole value. `$${NAME}` and `$$NAME` stand for
 * themselves without the first dollar. OpenMetadata's connector expands the raw text, before parsing.
 */
export function substitute(
  root: MapNode,
  options: Substitution,
): { readonly root: MapNode; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const walkMap = (node: MapNode, path: Path): MapNode => {
    const entries = [...node.entries].map(
      ([key, entry]) => [key, { ...entry, node: walk(entry.node, [...path, key]) }] as const,
    );
    return { ...node, entries: new Map(entries) };
  };
  const walk = (node: ConfigNode, path: Path): ConfigNode => {
    if (node.kind === 'map') return walkMap(node, path);
    if (node.kind === 'list')
      return { ...node, items: node.items.map((item, index) => walk(item, [...path, index])) };
    return typeof node.value === 'string' ? scalar(node, node.value, path) : node;
  };
  const scalar = (node: ScalarNode, text: string, path: Path): ScalarNode => {
    const { value, used, unset, malformed } = expand(text, options.env);
    if (!options.mayBeUnset(path)) {
      if (malformed !== null) remarks.push(remarkOn(path, node.at, malformed));
      for (const name of new Set(unset)) remarks.push(remarkOn(path, node.at, unsetVariable(name)));
    }
    if (malformed !== null || unset.length > 0) return { ...node, value: null, unset };
    return used ? { ...node, value, fromVariable: true } : { ...node, value };
  };
  return { root: walkMap(root, []), remarks };
}

interface Expanded {
  readonly value: string;
  readonly used: boolean;
  readonly unset: readonly string[];
  readonly malformed: ReturnType<typeof problem> | null;
}

/** One scalar. What was put in is not looked at again. */
export function expand(text: string, env: Substitution['env']): Expanded {
  const unset: string[] = [];
  let used = false;
  const look = (name: string): string => {
    used = true;
    const value: unknown = env[name];
    if (typeof value === 'string') return value;
    unset.push(name);
    return '';
  };
  const bare = /^(\$?)\$([A-Za-z_]\w*)$/.exec(text);
  const value =
    bare?.[2] === undefined
      ? text.replace(/(\$?)\$\{([A-Za-z_]\w*)\}/g, (_whole, dollar: string, name: string) =>
          dollar === '' ? look(name) : `\${${name}}`,
        )
      : bare[1] === ''
        ? look(bare[2])
        : `$${bare[2]}`;
  return { value, used, unset, malformed: malformedIn(text) };
}

function malformedIn(text: string): ReturnType<typeof problem> | null {
  if (/\$\{\{.*\}\}/s.test(text))
    return problem(
      'variable-form',
      'holds an expression of GitHub Actions, which is worked out in workflow files only',
      'Write ${NAME} here, and set NAME under env: of the step.',
    );
  if (/(?<!\$)\$\{[A-Za-z_]\w*:?[-=?+]/.test(text))
    return problem(
      'variable-form',
      'gives a default within ${…}, which OpenMetadata’s connector does not know either',
      'Write ${NAME}, and set NAME in the environment.',
    );
  return null;
}

const unsetVariable = (name: string) =>
  problem(
    'unset-variable',
    `needs the environment variable ${name.slice(0, 80)}, which is not set`,
    'Set it, or double the dollar if these characters are meant.',
  );

import { splitFqn } from '../../catalog/fqn.ts';

/** `Service`, `Service.Db`, `Service.Db.Schema` or `Service.Db.Schema.Table`, in parts. */
export type Prefix = readonly string[];

export const parsePrefixes = (prefixes: readonly string[]): readonly Prefix[] =>
  prefixes.map((prefix) => splitFqn(prefix.trim())).filter(([service = '']) => service !== '');

/** True when a table may be linked: it lies under one of the prefixes, or there are none. */
export const isUnder = (prefixes: readonly Prefix[], fqn: readonly string[]): boolean =>
  prefixes.length === 0 ||
  prefixes.some((prefix) =>
    prefix.every((part, at) => (at === 0 ? part === fqn[0] : part.toLowerCase() === fqn[at]?.toLowerCase())),
  );

import { readFileSync } from 'node:fs';

export interface NamedQuery {
  readonly name: string;
  readonly sql: string;
}

/** The queries of one benchmark; each stands in its file after a line `-- name`. */
export function queriesOf(benchmark: 'tpch' | 'tpcds'): readonly NamedQuery[] {
  const text = readFileSync(`test/lineage/tpc/${benchmark}.sql`, 'utf8');
  return text
    .split(/^-- /m)
    .slice(1)
    .map((query) => {
      const end = query.indexOf('\n');
      return { name: query.slice(0, end), sql: query.slice(end + 1) };
    });
}

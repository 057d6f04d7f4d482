import { ACTIONS, type Action, KINDS, type Kind, type PageData } from '../page-data.ts';
import { unpackTexts } from './unpack-texts.ts';

export interface Asset {
  readonly kind: Kind;
  readonly name: string;
  readonly fqn: string;
  /** Empty when it has none. */
  readonly url: string;
  readonly action: Action;
  readonly reason: string;
  /** The dashboard that it belongs to. */
  readonly parent: Asset | null;
  readonly project: string;
  readonly changes: Change[];
  /** Charts and data models of a dashboard. */
  readonly parts: Asset[];
  /** Edges that end here, and that begin here. */
  readonly upstream: Edge[];
  readonly downstream: Edge[];
  query: Query | null;
}

export interface Change {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Edge {
  readonly from: Asset;
  readonly to: Asset;
  readonly action: Action;
  readonly conditional: boolean;
  readonly columns: readonly { readonly from: string; readonly to: string }[];
}

/** A query that is not linked in full, or with a doubt. */
export interface Query {
  readonly asset: Asset | null;
  readonly report: string;
  readonly name: string;
  readonly url: string;
  readonly verdict: string;
  readonly title: string;
  readonly reason: string;
  readonly next: string;
  readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly line: number }[];
}

export interface Catalog {
  readonly assets: readonly Asset[];
  readonly edges: readonly Edge[];
  readonly queries: readonly Query[];
  readonly byFqn: ReadonlyMap<string, Asset>;
}

/** The page's data as things that know each other. */
export function readCatalog(data: PageData): Catalog {
  const texts = unpackTexts(data.texts);
  const text = (index: number | undefined) => texts[index ?? 0] ?? '';
  const assets: Asset[] = [];
  const asset = (index: number | undefined) => assets[index ?? -1] ?? null;
  // A dashboard stands before its parts.
  for (const [kind, name, fqn, url, action, reason, parent, project] of data.assets) {
    const one: Asset = {
      kind: KINDS[kind] ?? 'table',
      name: text(name) || text(fqn),
      fqn: text(fqn),
      url: text(url),
      action: ACTIONS[action] ?? '',
      reason: text(reason),
      parent: asset(parent),
      project: text(project),
      changes: [],
      parts: [],
      upstream: [],
      downstream: [],
      query: null,
    };
    one.parent?.parts.push(one);
    assets.push(one);
  }
  for (const [of, field, before, after] of data.changes)
    asset(of)?.changes.push({ field: text(field), before: text(before), after: text(after) });

  const edges = data.edges.flatMap((row): Edge[] => {
    const [from, to] = [asset(row[0]), asset(row[1])];
    if (from === null || to === null) return [];
    const columns: { from: string; to: string }[] = [];
    for (let at = 4; at < row.length; at += 2) columns.push({ from: text(row[at]), to: text(row[at + 1]) });
    return [{ from, to, action: ACTIONS[row[2] ?? 0] ?? '', conditional: row[3] === 1, columns }];
  });
  for (const edge of edges) {
    edge.from.downstream.push(edge);
    edge.to.upstream.push(edge);
  }

  const queries = data.queries.map((row): Query => {
    const [verdict = '', title = ''] = data.run.verdicts[row[4] ?? -1] ?? [];
    const diagnostics: { code: string; message: string; line: number }[] = [];
    for (let at = 7; at < row.length; at += 3)
      diagnostics.push({ code: text(row[at]), message: text(row[at + 1]), line: row[at + 2] ?? 0 });
    const of = asset(row[0]);
    const query = {
      asset: of,
      report: text(row[1]),
      name: text(row[2]),
      url: text(row[3]),
      verdict,
      title,
      reason: text(row[5]),
      next: text(row[6]),
      diagnostics,
    };
    if (of !== null) of.query = query;
    return query;
  });
  return { assets, edges, queries, byFqn: new Map(assets.map((one) => [one.fqn, one])) };
}

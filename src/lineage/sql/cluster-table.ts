import type { Scan } from './scan.ts';

const CLUSTERS = new Set(['CLUSTER', 'CLUSTERALLREPLICAS']);
const PARTS = new Set(['word', 'name', 'string']);

/**
 * ClickHouse's `cluster('c', db.t)`, also written `cluster('c', 'db', 't')`: a table on every server of the cluster, this one
 * included. Null for all else. `remote('host', db.t)` reads another server, of which the catalog knows nothing by this name: no table.
 */
export function clusterTable({ closing, dialect, tokens }: Scan, index: number) {
  if (dialect !== 'clickhouse' || !CLUSTERS.has(tokens[index]?.upper ?? '')) return null;
  const [opening, , comma, first, sign, second] = tokens.slice(index + 1, index + 7);
  if (opening?.text !== '(' || comma?.text !== ',' || first === undefined || !PARTS.has(first.kind))
    return null;
  const next = (closing[index + 1] ?? -1) + 1;
  if (sign?.text === ')') return { parts: [first.text], link: null, next };
  const inDatabase = sign?.text === '.' || sign?.text === ',';
  if (!inDatabase || second === undefined || !PARTS.has(second.kind)) return null;
  return { parts: [first.text, second.text], link: null, next };
}

/** What each stand-in was asked since it last forgot. */
export function countRequests({ mode, openMetadata }) {
  const asked = openMetadata.requests.map(({ method, path }) => ({
    method,
    path: path.replace(/^\/api\/v1/, ''),
  }));
  const count = (is) => asked.filter(is).length;
  const isRead = ({ method }) => method === 'GET';
  const isTable = ({ method, path }) => isRead({ method }) && /^\/(?:tables\/|search\/)/.test(path);
  const isBulk = ({ method, path }) => !isRead({ method }) && /\/bulk(?:\?|$)/.test(path);
  const isEdge = ({ method, path }) => !isRead({ method }) && path.startsWith('/lineage');
  const reads = count(isRead);
  const tables = count(isTable);
  const writes = asked.length - reads;
  const [bulk, edges] = [count(isBulk), count(isEdge)];
  return {
    mode: mode.requests.length,
    tooMany: mode.statuses.get(429) ?? 0,
    reads,
    tables,
    writes,
    bulk,
    edges,
    otherWrites: writes - bulk - edges,
  };
}

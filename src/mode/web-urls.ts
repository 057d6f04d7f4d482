/** Where people see things of a workspace. Every address is absolute and http(s). */
export interface WebUrls {
  report(token: string, kind: 'report' | 'dataset', linked: string | null): string;
  query(report: string, query: string): string;
  chart(report: string, chart: string): string;
}

const LONGEST_URL = 2_048;

/** The addresses of a workspace on Mode's host, in the forms that Mode's own pages have. */
export function webUrls({ hostPort, workspaceName }: { hostPort: string; workspaceName: string }): WebUrls {
  const home = `${hostPort}/${encodeURIComponent(workspaceName)}`;
  const own = new URL(hostPort).origin;
  return {
    report(token, kind, linked) {
      const built = joined(home, `${kind}s`, token);
      return linked === null ? built : (trustedUrl(linked, own) ?? built);
    },
    query: (report, query) => joined(home, 'reports', report, 'queries', query),
    chart: (report, chart) => joined(home, 'reports', report, 'viz', chart),
  };
}

/** Joined at once: an address put together piece by piece stays in pieces in memory, and there are tens of thousands. */
const joined = (home: string, ...parts: readonly string[]): string =>
  [home, ...parts.map(encodeURIComponent)].join('/');

/** A link that Mode gave, when it leads to Mode's own host or is https; null for other schemes, relative links and ones with a login. */
function trustedUrl(href: string, own: string): string | null {
  if (href.length > LONGEST_URL || !URL.canParse(href)) return null;
  const url = new URL(href);
  const trusted = url.origin === own || url.protocol === 'https:';
  return trusted && url.username === '' && url.password === '' ? url.href : null;
}

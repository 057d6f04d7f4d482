import type { Finding } from '../config/workflow-config.ts';
import type { Trigger } from './trigger.ts';

/** Mode itself is what a Mode credential is for; a review cannot abuse it. */
const MODE = 'https://app.mode.com';

/**
 * Whether credentials may go to the configuration's hosts (contract 5). On a pull request the file under review must not choose
 * where they go: every host but Mode's own stands in the workflow's `allowed-hosts`. Elsewhere a list, once given, is binding.
 */
export function checkHosts(
  hosts: { readonly mode: string; readonly openMetadata: string },
  options: { readonly allowed: readonly string[] | null; readonly trigger: Trigger; readonly file: string },
): readonly Finding[] {
  const { allowed, trigger, file } = options;
  if (allowed === null && !trigger.underReview) return [];
  const listed = new Set(allowed ?? []);
  const fine = (url: URL) => namesOf(url).some((name) => listed.has(name));
  return [
    { name: 'Mode', url: new URL(hosts.mode), own: MODE },
    { name: 'OpenMetadata', url: new URL(hosts.openMetadata), own: null },
  ]
    .filter(({ url, own }) => url.origin !== own && !fine(url))
    .map(({ name, url }) => ({
      severity: 'error',
      code: 'host-not-allowed',
      message: `The ${name} host ${url.host} is not in the input allowed-hosts, so no credential is sent to it.`,
      next: `If it is right, add ${url.host} to allowed-hosts in the workflow.`,
      file,
    }));
}

/** What a list may say for a URL: its host with any port, or with this one. */
const namesOf = (url: URL): readonly string[] => [
  url.hostname,
  `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`,
];

/** An entry of the list as it is compared. A pasted address counts as its host. */
export function hostEntry(entry: string): string {
  if (!/^https?:\/\//i.test(entry) || !URL.canParse(entry)) return entry.toLowerCase();
  const url = new URL(entry);
  return url.port === '' ? url.hostname : `${url.hostname}:${url.port}`;
}

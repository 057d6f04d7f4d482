import process from 'node:process';

/** What is looked up though nobody has named it, and not needed. (NO_COLOR and FORCE_COLOR need no permission.) */
const UNASKED = /^(?:(?:https?|no)_proxy|mode_discovery_token)$/i;

declare const Deno:
  | {
      readonly permissions: {
        querySync(wanted: { name: 'env'; variable: string }): { readonly state: string };
      };
    }
  | undefined;

/** Deno asks the person at a terminal about every variable that it was not allowed: nobody wants to be asked about a proxy. */
const isAllowed = (variable: string): boolean =>
  typeof Deno === 'undefined' ||
  !UNASKED.test(variable) ||
  Deno.permissions.querySync({ name: 'env', variable }).state === 'granted';

/** Reads an environment variable; one that the runtime may not see (Deno without `--allow-env`) reads as undefined. */
function read(name: string): string | undefined {
  try {
    return isAllowed(name) ? process.env[name] : undefined;
  } catch {
    return undefined;
  }
}

/** The environment as a record that is read name by name, so that Deno needs only the permissions for the names in use. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return new Proxy({}, { get: (_target, name) => (typeof name === 'string' ? read(name) : undefined) });
}

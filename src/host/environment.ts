import process from 'node:process';

/** Reads an environment variable; one that the runtime may not see (Deno without `--allow-env`) reads as undefined. */
function read(name: string): string | undefined {
  try {
    return process.env[name];
  } catch {
    return undefined;
  }
}

/** The environment as a record that is read name by name, so that Deno needs only the permissions for the names in use. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return new Proxy({}, { get: (_target, name) => (typeof name === 'string' ? read(name) : undefined) });
}

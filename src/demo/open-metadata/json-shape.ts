import type { JavaEnum } from './enums.ts';
import { badRequest } from './refusals.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function stringOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise;
}

const PLACE =
  '\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1]';

/** Refuses a property that the Java class does not have, as Jackson words it. */
export function refuseUnknown(value: JsonObject, known: ReadonlySet<string>, className: string): void {
  for (const field of Object.keys(value)) {
    if (known.has(field)) continue;
    const list = [...known].map((name) => `"${name}"`).join(', ');
    throw badRequest(
      `Unrecognized field "${field}" (class ${className}), not marked as ignorable (${known.size} known properties: ${list}])${PLACE} (through reference chain: ${className}["${field}"])`,
    );
  }
}

/** Refuses a value that is not of the closed list; absent and null pass. */
export function refuseOutside(value: unknown, allowed: JavaEnum, owner: string, field: string): void {
  if (value === undefined || value === null || (typeof value === 'string' && allowed.values.has(value)))
    return;
  throw badRequest(
    `Cannot construct instance of \`${allowed.className}\`, problem: ${String(value)}${PLACE} (through reference chain: ${owner}["${field}"])`,
  );
}

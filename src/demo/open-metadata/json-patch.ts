import { isObject } from './json-shape.ts';
import { badRequest } from './refusals.ts';

/** Applies a JSON patch (RFC 6902: add, replace, remove, test) to a copy. A step that does not fit is refused with 400. */
export function applyJsonPatch(document: unknown, patch: unknown): unknown {
  if (!Array.isArray(patch)) throw badRequest('Unable to process JSON');
  const root = { value: structuredClone(document) };
  for (const step of patch) {
    if (!isObject(step) || typeof step.path !== 'string') throw badRequest('Unable to process JSON');
    const keys = ['value', ...step.path.split('/').slice(1).map(unescaped)];
    const last = keys.pop() ?? 'value';
    let target: unknown = root;
    for (const key of keys) target = childOf(target, key);
    applyStep(String(step.op), target, last, step.value);
  }
  return root.value;
}

const unescaped = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');

function childOf(target: unknown, key: string): unknown {
  const child = Array.isArray(target)
    ? target[Number(key)]
    : isObject(target) && Object.hasOwn(target, key)
      ? target[key]
      : undefined;
  if (child === undefined) throw missing(key);
  return child;
}

function applyStep(op: string, target: unknown, key: string, value: unknown): void {
  if (op === 'test') {
    if (JSON.stringify(childOf(target, key)) !== JSON.stringify(value))
      throw badRequest(`The JSON Patch operation 'test' failed for path ${key}`);
    return;
  }
  if (op !== 'add' && op !== 'replace' && op !== 'remove') throw badRequest(`Illegal value for op: ${op}`);
  if (op !== 'add') childOf(target, key);
  if (Array.isArray(target)) {
    const index = key === '-' ? target.length : Number(key);
    if (!Number.isInteger(index) || index < 0 || index > target.length) throw missing(key);
    if (op === 'add') target.splice(index, 0, value);
    else if (op === 'remove') target.splice(index, 1);
    else target[index] = value;
    return;
  }
  if (typeof target !== 'object' || target === null) throw missing(key);
  if (op === 'remove') Reflect.deleteProperty(target, key);
  else Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function missing(key: string) {
  return badRequest(`Non-existing name/value pair in the object for key ${key}`);
}

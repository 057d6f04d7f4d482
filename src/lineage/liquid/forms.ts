import { parse } from 'yaml';
import { takeOutBlocks } from './blocks.ts';
import { type Definitions, definitionsUsed } from './definitions.ts';
import { textEngine } from './engine.ts';

/** The parameters of a report with their default values; undefined for one that has none. */
export type Parameters = ReadonlyMap<string, unknown>;

/**
 * The parameters that the forms of a report define. Mode shares them among all queries of a report, so `texts` are all of
 * them; forms in the definitions that these use count too. The first form that names a parameter wins.
 */
export function collectParameters(texts: readonly string[], definitions: Definitions): Parameters {
  const parameters = new Map<string, unknown>();
  const all = [...texts, ...new Set(texts.flatMap((text) => definitionsUsed(text, definitions)))];
  for (const text of all) {
    if (!text.includes('{%')) continue;
    for (const form of takeOutBlocks(text).forms) {
      for (const [name, value] of formDefaults(form)) if (!parameters.has(name)) parameters.set(name, value);
    }
  }
  return parameters;
}

/** The parameters of one form, whose text is YAML after Liquid was rendered in it. */
function formDefaults(form: string): (readonly [string, unknown])[] {
  // YAML has no meaning for tabs that indent; Mode's editor makes them easily.
  const text = rendered(form).replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '));
  const fields = parsed(text) ?? readLines(text);
  return Object.entries(fields).map(([name, field]) => [
    name,
    isRecord(field) ? defaultOf(field) : undefined,
  ]);
}

function rendered(form: string): string {
  if (!form.includes('{')) return form;
  try {
    return String(textEngine().parseAndRenderSync(form, {}));
  } catch {
    return form;
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 10, uniqueKeys: false });
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** For text that is not quite YAML (tabs, colons without quotes): `name:` and, deeper, `default: value`. */
function readLines(text: string): Readonly<Record<string, unknown>> {
  const fields: [string, Record<string, unknown>][] = [];
  for (const line of text.split('\n')) {
    const [, indent = '', key = '', value = ''] = /^(\s*)([\w-]+)\s*:(.*)$/.exec(line) ?? [];
    if (key === '') continue;
    if (value.trim() === '' && (indent === '' || fields.length === 0)) fields.push([key, {}]);
    const field = fields.at(-1)?.[1];
    if (field !== undefined && (key === 'default' || key === 'type')) {
      field[key] = value.trim().replace(/^(['"])(.*)\1$/, '$2');
    }
  }
  return Object.fromEntries(fields);
}

/** `default`, else `options.default`, else the first option that is written out. A multiselect's default is a list. */
function defaultOf(field: Readonly<Record<string, unknown>>): unknown {
  const { options } = field;
  const choices = Array.isArray(options) ? options.map(optionValue) : [];
  const chosen = field.default ?? (isRecord(options) ? options.default : undefined);
  if (String(field.type).toLowerCase() !== 'multiselect') return chosen ?? choices[0];
  if (chosen === 'all' && choices.length > 0) return choices;
  if (chosen === undefined || chosen === null) return choices.slice(0, 1);
  return Array.isArray(chosen) ? chosen : [chosen];
}

/** An option is a value, or a pair of label and value. */
function optionValue(option: unknown): unknown {
  if (Array.isArray(option)) return option.at(-1);
  if (isRecord(option)) return option.value ?? Object.values(option).at(-1);
  return option;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A formula lies four levels deep in an encoding; what nests deeper than this is no encoding. */
const DEEPEST = 16;
const COLUMN = /\[([^[\]]+)\]/g;

/**
 * Columns of its query's result that a chart of today uses: every `[…]` in any `formula` of the encoding, which names them for axes,
 * marks, sorts and filters alike, and those that have a format. Without brackets, as written, each once. Mode writes neither shape
 * down, so whatever else is sent names no columns.
 */
export function columnsDrawn(encoding: unknown, fieldFormats: unknown): readonly string[] {
  const formats = isObject(fieldFormats) ? Object.keys(fieldFormats) : [];
  return [...new Set([...formulasIn(encoding, 0), ...formats].flatMap(columnsIn))];
}

function formulasIn(value: unknown, depth: number): readonly string[] {
  if (!isObject(value) || depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'formula' && typeof inner === 'string' ? [inner] : formulasIn(inner, depth + 1),
  );
}

const columnsIn = (formula: string): readonly string[] =>
  [...formula.matchAll(COLUMN)].flatMap(([, name = '']) => (name.trim() === '' ? [] : [name]));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

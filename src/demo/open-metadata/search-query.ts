/** `*` and `?` as wildcards, whatever the case: the index keeps names in lower case. */
export function matchesWildcard(text: string, pattern: string): boolean {
  const source = pattern
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[\\s\\S]*')
    .replace(/\?/g, '[\\s\\S]');
  return new RegExp(`^${source}$`, 'u').test(text.toLowerCase());
}

/** As much of the query language as clients use here: `*`, `field:value` and `field:"value"` joined by OR or AND, or a word of the name. */
export function matchesQuery(document: Readonly<Record<string, unknown>>, query: string): boolean {
  return query
    .replace(/^\((.*)\)$/u, '$1')
    .split(/\s+OR\s+/u)
    .some((part) => part.split(/\s+AND\s+/u).every((clause) => matchesClause(document, clause.trim())));
}

function matchesClause(document: Readonly<Record<string, unknown>>, clause: string): boolean {
  if (clause === '' || clause === '*') return true;
  const match = /^([\w.]+):\s*(.+)$/u.exec(clause);
  if (match === null) {
    const word = clause.toLowerCase();
    return [document.name, document.displayName, document.fullyQualifiedName].some(
      (text) => typeof text === 'string' && text.toLowerCase().includes(word),
    );
  }
  const [, field = '', written = ''] = match;
  const exact = field.endsWith('.keyword');
  const text = String(document[field.replace(/\.keyword$/, '')] ?? '');
  const value = written.replace(/^"(.*)"$/u, '$1').replace(/\\(.)/gu, '$1');
  // `.keyword` of an e-mail address is compared as it stands.
  return exact ? text === value : matchesWildcard(text, value);
}

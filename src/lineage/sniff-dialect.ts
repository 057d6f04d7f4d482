import type { Dialect } from './dialect.ts';

/** Spellings that only one family of warehouses knows, the plainest first. */
const SIGNS: readonly { readonly dialect: Dialect; readonly sign: RegExp }[] = [
  { dialect: 'bigquery', sign: /`[\w-]+\.[\w-]+(?:\.[\w*-]+)?`/ },
  { dialect: 'tsql', sign: /(?:from|join)\s+(?:\[[^\]]+\]\.?)+|\bselect\s+top\s*\(?\d|\bwith\s*\(nolock\)/i },
  { dialect: 'spark', sign: /\blateral\s+view\b/i },
  { dialect: 'snowflake', sign: /\bqualify\b|\blateral\s+flatten\b|\w:\w+(?:\.\w+)*::/i },
  { dialect: 'mysql', sign: /(?:from|join)\s+`[^`]+`/i },
];

/** A guess at the dialect from how the SQL is written; `generic` when nothing tells. */
export const sniffDialect = (sql: string): Dialect =>
  SIGNS.find(({ sign }) => sign.test(sql.slice(0, 20_000)))?.dialect ?? 'generic';

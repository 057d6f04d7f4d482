import '@polyglot-sql/sdk/manual';

// The package re-exports `parse` by a path without an extension, which TypeScript does not follow.
declare module '@polyglot-sql/sdk/manual' {
  export function parse(
    sql: string,
    dialect: string,
  ):
    | { readonly success: true; readonly ast: readonly unknown[] }
    | { readonly success: false; readonly error?: string | null; readonly errorLine?: number };
}

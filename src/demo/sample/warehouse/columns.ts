/** Columns as a DDL writes them: `ORDER_ID NUMBER, TOTAL NUMBER` → name → OpenMetadata data type. */
export function columns(ddl: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ddl.split(',').map((column) => {
      const [name = '', type = ''] = column.trim().split(' ');
      return [name, type] as const;
    }),
  );
}

import type { z } from 'zod';
import { gatherList } from '../gather-list.ts';
import { readElement } from '../read-element.ts';
import { type Listing, readSoFar, unread } from '../reading.ts';
import type { Reading } from '../workspace.ts';
import type { RowBelow } from './discovery-client.ts';

/** A resource of the whole workspace, cut into the lists that REST has. */
export interface RowsByParent {
  /** Whether every row was read. */
  readonly complete: boolean;
  readonly parents: readonly string[];
  has(parent: string): boolean;
  rows(parent: string): readonly unknown[];
  /** The list below one parent, as whole as the resource is and as its own rows are. */
  list<S extends z.ZodType, T>(
    parent: string,
    list: { readonly part: string; readonly schema: S; readonly map: (row: z.output<S>) => T },
  ): Promise<Listing<T>>;
}

/** A row that cannot be used makes the list partial that it belongs to, and no other. */
export function rowsByParent({ reading }: { readonly reading: Reading<RowBelow> }): RowsByParent {
  const groups = new Map<string, unknown[]>();
  for (const { parent, row } of reading.items) {
    const group = groups.get(parent);
    if (group === undefined) groups.set(parent, [row]);
    else group.push(row);
  }
  const rows = (parent: string): readonly unknown[] => groups.get(parent) ?? [];
  return {
    complete: reading.state === 'complete',
    parents: [...groups.keys()],
    has: (parent) => groups.has(parent),
    rows,
    async list(parent, { part, schema, map }) {
      if (reading.state === 'unread') return { reading: unread(reading.failure), notices: [] };
      const page = { rows: rows(parent), totalPages: null, totalCount: null };
      const own = await gatherList(async () => page, {
        part,
        paged: false,
        identity: 'token',
        read: (row) => readElement(row, schema, map),
      });
      if (reading.state === 'complete') return own;
      return { reading: readSoFar(own.reading.items, reading.failure), notices: own.notices };
    },
  };
}

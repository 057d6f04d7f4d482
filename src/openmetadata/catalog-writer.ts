import type { EdgeTarget, EntityKind, PresentEdge, WantedTag } from '../catalog/entities.ts';

/** The createX request of an entity. A data model's may leave `dataModelType` out: the writer knows the best one. */
export type CreateBody = Readonly<Record<string, unknown>>;

export interface JsonPatchOperation {
  readonly op: 'add' | 'replace' | 'remove' | 'test';
  readonly path: string;
  readonly value?: unknown;
}

/** What became of one row of `putEntities`. */
export type RowResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: string; readonly status: number | null };

/** One end of an edge. */
export interface EdgeEnd {
  readonly id: string;
  readonly type: string;
}

export interface EdgeDetails {
  readonly sqlQuery: string | null;
  readonly description: string | null;
  readonly columnsLineage: readonly { readonly fromColumns: readonly string[]; readonly toColumn: string }[];
}

/**
 * All writes that a run makes to the catalog. Single writes reject with an HttpError; `putEntities` never rejects for a row's own failure.
 * What the server's version leaves unsure (bulk, the data model's type) is probed at the first write and remembered.
 */
export interface CatalogWriter {
  /** Creates the service without a connection, so that no Mode secret is stored; a present one keeps its own. */
  putService(name: string): Promise<void>;
  restoreService(id: string): Promise<void>;
  /** The classification first, once a run, then the tag. */
  putTag(tag: WantedTag): Promise<void>;
  /**
   * Bulk where the server has it, each failed row singly once more; else single PUTs. One result a body, in their order. Bodies are taken
   * as their requests are made.
   */
  putEntities(
    kind: EntityKind,
    bodies: Iterable<CreateBody>,
    onDone?: (done: number, index: number, result: RowResult) => void,
  ): Promise<readonly RowResult[]>;
  patchEntity(kind: EntityKind, id: string, operations: readonly JsonPatchOperation[]): Promise<void>;
  /** Sets the views of one day (`2026-11-24`, UTC); setting them twice is setting them once. */
  setUsage(fqn: string, date: string, count: number): Promise<void>;
  /** FQN → id of all live entities of the kind in the service, 1,000 a page. */
  ids(kind: EntityKind, serviceName: string): Promise<ReadonlyMap<string, string>>;
  /** The edges into each target, by its FQN, as they stand now. */
  edgesInto(targets: readonly EdgeTarget[]): Promise<ReadonlyMap<string, readonly PresentEdge[]>>;
  /** Source is always DashboardLineage. */
  putEdge(from: EdgeEnd, to: EdgeEnd, details: EdgeDetails): Promise<void>;
  deleteEdge(from: EdgeEnd, to: EdgeEnd): Promise<void>;
  /** Soft. One that is gone already counts as deleted. */
  softDelete(kind: EntityKind, id: string): Promise<void>;
}

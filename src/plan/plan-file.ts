/** A plan as it is kept for approval: names of entities and digests, neither SQL nor anything secret. */
export interface PlanFile {
  readonly schemaVersion: 1;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly service: string;
  readonly workspace: string;
  /** Whether everything was read. */
  readonly complete: boolean;
  /** Digests by the keys of the YAML. */
  readonly settings: Readonly<Record<string, string>>;
  readonly steps: readonly PlannedStep[];
  /** Over everything above but the time. */
  readonly hash: string;
}

/** One thing that a plan does to the catalog, as far as it must be known again. */
export interface PlannedStep {
  /** `dashboard mode.a1b2c3`, `edge snowflake.db.s.t → mode.model."x.y"`. Each is there once. */
  readonly what: string;
  readonly action: string;
  /** Of all that would be sent. */
  readonly digest: string;
}

/** A database service of the stand-in's catalog, as `seedWarehouse` takes it. */
export interface DemoWarehouse {
  readonly service: string;
  /** OpenMetadata's type, e.g. `Snowflake`. */
  readonly serviceType: string;
  /** Database → schema → table → column → OpenMetadata data type. */
  readonly databases: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>>
  >;
}

import type {
  NameList,
  PresentCatalog,
  PresentChart,
  PresentColumn,
  PresentEntity,
  WantedCatalog,
  WantedChart,
  WantedDashboard,
  WantedDataModel,
} from '../catalog/entities.ts';
import type { Standing } from './create-body.ts';
import { wroteDescription, wroteDisplayName } from './mark.ts';
import type { WantedEntity } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';
import { standingColumn } from './standing-column.ts';
import type { Keeper } from './vanished.ts';

/**
 * The display name that is to stand. A bot's PUT overwrites it and may not PATCH it (1.12.6), so what a human wrote is sent back;
 * a name that came from Mode follows Mode.
 */
export function standingDisplayName(
  wanted: WantedEntity,
  present: PresentEntity | undefined,
  override: boolean,
): string {
  const before = present?.displayName ?? '';
  if (wanted.displayName === null) return before || wanted.name;
  if (before === '' || before === wanted.displayName || override) return wanted.displayName;
  return wroteDisplayName(present?.sourceHash ?? null, before) ? wanted.displayName : before;
}

/** The description that is to stand, by the same rule. An empty one of Mode's wipes only what Mode wrote. */
export function standingDescription(
  wanted: WantedEntity,
  present: PresentEntity | undefined,
  override: boolean,
): string {
  const before = present?.description ?? '';
  if (wanted.description === null) return before;
  if (before === '' || before === wanted.description) return wanted.description;
  const fromMode = wroteDescription(present?.sourceHash ?? null, before);
  return fromMode || (override && wanted.description !== '') ? wanted.description : before;
}

/**
 * The list of charts or data models that is to stand on a dashboard. What the catalog has goes only when Mode was read in full and
 * the entity is ours and nowhere kept; an entity of another service was put there by a human and stays.
 */
export function standingList(
  wanted: NameList,
  present: readonly string[],
  isOurs: (fqn: string) => boolean,
  isKept: (fqn: string) => boolean,
): readonly string[] {
  const listed = new Set(wanted.fqns);
  const stays = present.filter(
    (fqn) => !listed.has(fqn) && (!wanted.complete || !isOurs(fqn) || isKept(fqn)),
  );
  return [...wanted.fqns, ...stays];
}

/** The dashboards that a chart is to be attached to: its own once that exists, and whichever else a human chose. */
export function standingDashboards(
  wanted: WantedChart,
  present: PresentChart | undefined,
  exists: (fqn: string) => boolean,
): readonly string[] {
  const dashboards = new Set(present?.dashboards ?? []);
  if (exists(wanted.dashboard)) dashboards.add(wanted.dashboard);
  return [...dashboards].filter(exists).sort();
}

/** Columns to send: those of Mode, as they stand where they are the same, and the catalog's others unless Mode's are all. */
export function standingColumns(
  { columns: wanted, columnsKnown }: Pick<WantedDataModel, 'columns' | 'columnsKnown'>,
  present: readonly PresentColumn[],
): readonly Readonly<Record<string, unknown>>[] {
  const standing = standingColumn(present);
  const sent = wanted.map(({ name, dataType }) => {
    const same = standing(name);
    // A type that another connector found is better than none.
    const stands = same !== undefined && (same.dataType === dataType || dataType === 'UNKNOWN');
    return stands ? same.request : { name: same?.name ?? name, dataType };
  });
  if (columnsKnown === true) return sent;
  const taken = new Set(wanted.map(({ name }) => standing(name)));
  return [...present.filter((column) => !taken.has(column)).map((column) => column.request), ...sent];
}

/** Owners are Mode's to set where the catalog has none, or by `overrideMetadata`. Null leaves them as they stand. */
export function standingOwner(
  wanted: WantedDashboard | WantedDataModel,
  present: PresentEntity | undefined,
  owners: ReadonlyMap<string, { readonly id: string; readonly type: string }>,
  override: boolean,
): { readonly id: string; readonly type: string } | null {
  const owner = wanted.ownerEmail === null ? undefined : owners.get(wanted.ownerEmail);
  if (owner === undefined) return null;
  const before = present?.owners ?? [];
  if (before.some(({ id }) => id === owner.id)) return before.length === 1 || !override ? null : owner;
  return before.length === 0 || override ? owner : null;
}

/** All values of an entity that are to stand after the run. */
export function standingOf(
  wanted: WantedEntity,
  before: PresentEntity | undefined,
  context: {
    readonly wanted: WantedCatalog;
    readonly present: PresentCatalog;
    readonly owners: ReadonlyMap<string, { readonly id: string; readonly type: string }>;
    readonly options: PlanOptions;
    readonly keeper: Keeper;
  },
): Standing {
  const { present, owners, options, keeper } = context;
  const override = options.overrideMetadata;
  const isOurs = (fqn: string) => fqn.startsWith(`${context.wanted.service.fqn}.`);
  const isKept = (fqn: string) => keeper(fqn) !== null;
  const exists = (fqn: string) => !isOurs(fqn) || present.dashboards.get(fqn)?.deleted === false;
  const dashboard = wanted.kind === 'dashboard' ? wanted : null;
  const dashboardBefore = before?.kind === 'dashboard' ? before : null;
  const modelBefore = before?.kind === 'dashboardDataModel' ? before : null;
  const list = (wantedList: NameList | undefined, presentList: readonly string[] | undefined) =>
    wantedList === undefined ? [] : standingList(wantedList, presentList ?? [], isOurs, isKept);
  return {
    displayName: standingDisplayName(wanted, before, override),
    description: standingDescription(wanted, before, override),
    owner: wanted.kind === 'chart' ? null : standingOwner(wanted, before, owners, override),
    charts: list(dashboard?.charts, dashboardBefore?.charts),
    dataModels: list(dashboard?.dataModels, dashboardBefore?.dataModels),
    dashboards:
      wanted.kind === 'chart'
        ? standingDashboards(wanted, before?.kind === 'chart' ? before : undefined, exists)
        : [],
    columns: wanted.kind === 'dashboardDataModel' ? standingColumns(wanted, modelBefore?.columns ?? []) : [],
    chartType:
      wanted.kind === 'chart'
        ? (wanted.chartType ?? (before?.kind === 'chart' ? before.chartType : null))
        : null,
    dataModelType: modelBefore?.dataModelType ?? null,
  };
}

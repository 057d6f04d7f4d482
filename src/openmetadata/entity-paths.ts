import type { EntityKind } from '../catalog/entities.ts';

/** Where the server keeps each kind of entity. */
export const ENTITY_PATHS: Readonly<Record<EntityKind, string>> = {
  chart: '/charts',
  dashboard: '/dashboards',
  dashboardDataModel: '/dashboard/datamodels',
};

export const SERVICES_PATH = '/services/dashboardServices';

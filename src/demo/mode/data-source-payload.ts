import { link } from './hal.ts';
import type { DemoConnection, ModeData } from './mode-data.ts';
import { MODE_WEB } from './mode-web.ts';
import { numberOf, tokenOf, wireId } from './wire-id.ts';

/** A connection, with the host and database user that must not be published. */
export function dataSourcePayload(mode: ModeData, connection: DemoConnection) {
  const web = `${MODE_WEB}/organizations/${mode.name}/data_sources/${connection.token}`;
  return {
    id: wireId(mode, connection.id),
    name: connection.name,
    display_name: connection.name,
    description: null,
    token: connection.token,
    adapter: connection.adapter,
    adapter_version: '1.0.0',
    vendor: connection.vendor,
    provider: connection.vendor,
    database: connection.database,
    host: connection.host,
    port: connection.adapter === 'jdbc:postgresql' ? 5432 : '443',
    username: 'demo_database_user',
    warehouse: connection.adapter === 'jdbc:snowflake' ? 'REPORTING_WH' : null,
    ssl: true,
    ldap: false,
    bridged: false,
    public: false,
    asleep: false,
    queryable: !connection.deleted,
    soft_deleted: connection.deleted,
    has_expensive_schema_updates: false,
    default: false,
    default_access_level: 'query',
    account_id: wireId(mode, numberOf(mode.name)),
    account_username: mode.name,
    organization_token: tokenOf(mode.name),
    custom_attributes: {},
    created_at: '2025-06-02T08:00:00.000Z',
    updated_at: '2026-10-01T08:00:00.000Z',
    _links: {
      self: link(`/api/${mode.name}/data_sources/${connection.token}`),
      account: link(`/api/${mode.name}`),
      permissions: link(`/api/${mode.name}/data_sources/${connection.token}/permissions`),
      web: link(web),
      web_home: link(`${web}/home`),
    },
  };
}

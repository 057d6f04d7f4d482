import type { DemoPerson } from '../mode/mode-data.ts';
import { addEntity, entityFqn } from './catalog-server.ts';
import { completeColumns } from './columns.ts';
import type { KindName } from './entity-kinds.ts';
import type { StandInOpenMetadata } from './start-open-metadata.ts';
import type { Entity } from './store.ts';
import type { DemoWarehouse } from './warehouse.ts';

const SEEDER = 'admin';

/** Puts a database service with its databases, schemas, tables and columns into the catalog. What is there already gets the columns given. */
export function seedWarehouse({ catalog, store }: StandInOpenMetadata, warehouse: DemoWarehouse): void {
  const child = (type: KindName, name: string, parent: Entity | null): Entity =>
    store.byFqn(type, entityFqn(type, name, parent)) ?? addEntity(catalog, type, name, parent, SEEDER);
  const service = child('databaseService', warehouse.service, null);
  service.values = { ...service.values, serviceType: warehouse.serviceType };
  for (const [databaseName, schemas] of Object.entries(warehouse.databases)) {
    const database = child('database', databaseName, service);
    for (const [schemaName, tables] of Object.entries(schemas)) {
      const schema = child('databaseSchema', schemaName, database);
      for (const [tableName, columns] of Object.entries(tables)) {
        const table = child('table', tableName, schema);
        const given = Object.entries(columns).map(([name, dataType]) => ({ name, dataType }));
        table.values = {
          processedLineage: false,
          tableType: 'Regular',
          columns: completeColumns(given, table.fqn),
        };
      }
    }
  }
}

/** Puts a user into the catalog: named by the local part of the e-mail address (else by the username), as log-in by e-mail does. */
export function seedUser({ catalog, store }: StandInOpenMetadata, person: DemoPerson): void {
  const name = (person.email?.split('@')[0] ?? person.username).toLowerCase();
  if (store.byFqn('user', entityFqn('user', name, null)) !== undefined) return;
  const user = addEntity(catalog, 'user', name, null, SEEDER);
  user.values = {
    displayName: person.name,
    email: person.email?.toLowerCase() ?? `${name}@example.com`,
    isBot: false,
    isAdmin: false,
    allowImpersonation: false,
    personaPreferences: [],
  };
}

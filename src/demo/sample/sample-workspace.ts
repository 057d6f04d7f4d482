import type { ModeData } from '../mode/mode-data.ts';
import { buildCollection } from './build-collection.ts';
import { finance } from './collections/finance.ts';
import { marketing } from './collections/marketing.ts';
import { personal } from './collections/personal.ts';
import { sales } from './collections/sales.ts';
import { sandbox } from './collections/sandbox.ts';
import { supplyChain } from './collections/supply-chain.ts';
import { sampleConnections } from './connections.ts';
import { sampleDefinitions } from './definitions.ts';
import { modePeople } from './people.ts';

export { samplePeople } from './people.ts';
export { sampleWarehouse } from './sample-warehouse.ts';

/** Lumen Coffee's Mode: a roaster that sells in cafés and on the web. A new copy every time, to change at will. */
export const sampleWorkspace = (): ModeData => ({
  name: 'lumen_coffee',
  numericIds: false,
  collections: [sales, marketing, finance, supplyChain, sandbox, personal].map(buildCollection),
  connections: sampleConnections(),
  definitions: sampleDefinitions(),
  people: modePeople(),
});

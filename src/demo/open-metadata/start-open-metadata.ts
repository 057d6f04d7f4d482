import { randomUUID } from 'node:crypto';
import { type StandIn, startStandIn } from '../stand-in-server.ts';
import { answerRequest } from './answer-request.ts';
import type { CatalogServer } from './catalog-server.ts';
import { featuresOf } from './features.ts';
import { createIdentities } from './identities.ts';
import { createStore } from './store.ts';

export interface OpenMetadataOptions {
  /** Decides what the stand-in knows and refuses; 1.12.6 is the version that its answers were recorded from. */
  readonly version?: string;
  readonly now?: () => number;
  readonly newId?: () => string;
}

/** An OpenMetadata in memory. `url` ends in `/api`, as `hostPort` of a workflow does. */
export interface StandInOpenMetadata extends StandIn {
  /** The token of `ingestion-bot`. */
  readonly botToken: string;
  readonly adminToken: string;
  /** The catalog and the clock, for seeding it and for looking into it past the API. */
  readonly catalog: CatalogServer;
  readonly store: CatalogServer['store'];
  /** False plays a server without a search engine: /search and getLineage answer 500, PUT /lineage stores and answers 500. */
  searchWorks: boolean;
}

/** Starts one on loopback, empty but for its two users. */
export async function startOpenMetadata(options: OpenMetadataOptions = {}): Promise<StandInOpenMetadata> {
  const store = createStore();
  const catalog: CatalogServer = {
    store,
    features: featuresOf(options.version ?? '1.12.6'),
    now: options.now ?? Date.now,
    newId: options.newId ?? randomUUID,
    baseUrl: () => `${standIn.url}/api/v1`,
  };
  const identities = createIdentities(catalog);
  const standIn = await startStandIn((request) =>
    answerRequest(catalog, identities, request, openMetadata.searchWorks),
  );
  const openMetadata: StandInOpenMetadata = {
    ...standIn,
    url: `${standIn.url}/api`,
    botToken: identities.botToken,
    adminToken: identities.adminToken,
    catalog,
    store,
    searchWorks: true,
  };
  return openMetadata;
}

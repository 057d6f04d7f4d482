import type { DiscoveryClient } from './discovery-client.ts';

/** How a walk uses Discovery. */
export interface DiscoveryOptions {
  readonly client: DiscoveryClient;
  /** `auto` reads the children of few reports through REST where that takes fewer calls. */
  readonly read: 'auto' | 'discovery';
  /** `full` asks REST for every chart; `auto` does where that is affordable; `basic` leaves descriptions and columns unknown. */
  readonly chartDetails: 'auto' | 'full' | 'basic';
  /** True asks REST for the reports, since Discovery does not tell which are archived. */
  readonly knowArchived: boolean;
  readonly includeViewCounts: boolean;
  readonly includeDiscoveryOnlyCollections: boolean;
  readonly onInfo: (text: string) => void;
  readonly onWarning: (text: string) => void;
  /** Calls to REST that are worth making for more than Discovery tells, or for what it fails to. Default: two minutes at 4/s. */
  readonly affordableCalls?: number;
}

export const AFFORDABLE_CALLS = 480;

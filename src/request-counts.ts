import type { Connections } from './connections.ts';

/** What a run cost so far: requests to each server, retries included, and those that wrote. */
export const requestCounts = ({ modeHttp, discoveryHttp, openMetadataHttp, besidesCounts }: Connections) => ({
  mode: modeHttp.calls + (discoveryHttp?.calls ?? 0),
  openMetadata: openMetadataHttp.calls + besidesCounts.calls,
  writes: openMetadataHttp.writes + besidesCounts.writes,
});

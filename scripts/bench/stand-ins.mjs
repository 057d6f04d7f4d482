// The stand-ins of one workload, in a process of their own: what they cost is not what is measured. Started by `start-stand-ins.mjs`.
import process from 'node:process';
import { generateWorkspace } from '../../build/src/demo/sample/generate-workspace.js';
import { startDemo } from '../../build/src/demo/start-demo.js';
import { changeReports } from './change-reports.mjs';
import { countRequests } from './count-requests.mjs';

const { size, latencyMs = 0, rateLimit } = JSON.parse(process.argv[2]);
const demo = await startDemo({
  workspace: generateWorkspace(size),
  ...(rateLimit === undefined ? {} : { rateLimit }),
});
// The time of the first request since the counters were set to nothing.
let firstAt = null;
for (const standIn of [demo.mode, demo.openMetadata]) {
  standIn.setLatency(latencyMs);
  standIn.onRequest(() => {
    firstAt ??= Date.now();
  });
}

const ORDERS = {
  counts: () => ({
    ...countRequests(demo),
    firstAt,
    megabytes: Math.round(process.memoryUsage.rss() / 2 ** 20),
  }),
  forget() {
    firstAt = null;
    demo.mode.forget();
    demo.openMetadata.forget();
  },
  change: ({ share }) => changeReports(demo.mode.workspace, share),
};
process.on('message', ({ id, order, ...rest }) => process.send({ id, answer: ORDERS[order](rest) ?? null }));
process.on('disconnect', () => process.exit());
const env = { ...demo.env, MODE_DISCOVERY_TOKEN: demo.mode.discoveryToken };
process.send({ id: 0, answer: { config: demo.config, env } });

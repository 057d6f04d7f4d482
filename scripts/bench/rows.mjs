import { listingMinimum, mostReads, mostWrites, restMinimum } from '../../build/test/run/expected-calls.js';

/**
 * What is run on a size of workspace, in this order. A row has
 * - `sizes`: on which, and how often, for a median of the times; the counts must be the same every time;
 * - `fresh`: true for an empty catalog, else the catalog is as the row before left it;
 * - `change`: the share of the reports that is edited in Mode before;
 * - `flags` of the script: one that it does not know yet skips the row;
 * - `env`: names of variables beside the credentials, with the stand-ins' values: one that they do not have yet skips the row;
 * - `bounds`, from `workspace`, `counts`, `changed` (reports) and `rssMb`.
 */
export const ROWS = [
  {
    name: 'REST full, empty catalog',
    sizes: { S: 3, M: 2, L: 1, XL: 1 },
    fresh: true,
    bounds: (run) => [
      restCalls(run),
      reads(run, mostReads(run.workspace)),
      writes(run, mostWrites(run.workspace)),
    ],
  },
  {
    name: 'second run, unchanged',
    sizes: { S: 3, M: 2 },
    bounds: (run) => [restCalls(run), reads(run, 20), writes(run, 0)],
  },
  {
    name: 'incremental, 2 % changed',
    sizes: { M: 1 },
    flags: ['--incremental'],
    change: 0.02,
    bounds: (run) => [
      calls(run, listingMinimum(run.workspace) + childCalls(run)),
      writes(run, changedWrites(run)),
    ],
  },
  {
    name: 'Discovery full, empty catalog',
    sizes: { M: 1 },
    fresh: true,
    env: ['MODE_DISCOVERY_TOKEN'],
    bounds: (run) => [
      calls(run, 30),
      reads(run, mostReads(run.workspace)),
      writes(run, mostWrites(run.workspace)),
    ],
  },
  {
    name: 'Discovery full, empty catalog',
    sizes: { XL: 1 },
    fresh: true,
    env: ['MODE_DISCOVERY_TOKEN'],
    bounds: (run) => [calls(run, 120), { what: 'peak RSS, MB', allowed: 400, measured: run.rssMb }],
  },
];

const calls = ({ counts }, allowed) => ({ what: 'calls to Mode', allowed, measured: counts.mode });
const restCalls = (run) => calls(run, Math.floor(restMinimum(run.workspace) * 1.01));
const reads = ({ counts }, allowed) => ({
  what: 'reads beside tables',
  allowed,
  measured: counts.reads - counts.tables,
});
const writes = ({ counts }, allowed) => ({ what: 'writes', allowed, measured: counts.writes });

/** The queries of each changed report, and the charts of each of its queries. */
function childCalls({ workspace, changed }) {
  const [report] = workspace.collections[0].reports;
  return changed * (1 + report.queries.length);
}

/** Of each changed report its dashboard and one data model, which go in bulk, with their marks; and the edges of that data model. */
const changedWrites = ({ changed }) => 3 * changed + 4 * Math.ceil(changed / 100);

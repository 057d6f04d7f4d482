import { measureWorkflow } from './measure.mjs';

const CREDENTIALS = ['MODE_ACCESS_TOKEN', 'MODE_ACCESS_TOKEN_PASSWORD', 'OPENMETADATA_JWT_TOKEN'];

/** One run of a workflow against stand-ins: what it cost, what it asked for, and `firstMs` from its start to its first request. */
export async function runAgainst(standIns, script, { flags, env = [], config = standIns.config } = {}) {
  await standIns.ask('forget');
  const given = Object.fromEntries([...CREDENTIALS, ...env].map((name) => [name, standIns.env[name]]));
  const cost = await measureWorkflow(script, config, { env: given, flags });
  if (cost.code !== 0) throw new Error(`The script ended with ${cost.code}: ${cost.stderr.slice(-2_000)}`);
  const counts = await standIns.ask('counts');
  return { ...cost, counts, firstMs: counts.firstAt - cost.startedAt };
}

/** The counts must not depend on chance: what differs between two runs of a row is a fault. */
export function sameCounts(runs) {
  const told = runs.map(({ counts: { firstAt, megabytes, ...counts } }) => JSON.stringify(counts));
  if (new Set(told).size > 1) throw new Error(`The counts differ from run to run: ${told.join(' ')}`);
  return runs[0].counts;
}

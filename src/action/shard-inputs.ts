import { MOST_SHARDS, type Shard, shardOf } from '../config/shard.ts';
import { shardCountOf } from '../matrix/matrix.ts';
import { wrong } from './input-values.ts';
import type { ActionInputs } from './inputs.ts';

/** The inputs that divide a workspace. One that the command has no use for is an error: passed over in silence it would be a trap. */
export function readShards(
  text: (name: string) => string,
  command: ActionInputs['command'],
): Pick<ActionInputs, 'shard' | 'shards'> {
  const forAll = command === 'sweep' || command === 'drift' || command === 'list';
  if (text('shard') !== '' && forAll)
    throw wrong('shard', `is given to the command ${command}`, 'Leave it out: this is for whole workspaces.');
  if (text('shards') !== '' && command !== 'list')
    throw wrong('shards', `is given to the command ${command}`, 'It is for the command list alone.');
  return { shard: shardIn(text('shard')), shards: countIn(text('shards')) };
}

function shardIn(text: string): Shard | null {
  const shard = shardOf(text);
  if (text !== '' && shard === null)
    throw wrong('shard', `is ${JSON.stringify(text)}`, 'It takes a shard such as 1/4.');
  return shard;
}

function countIn(text: string): number | null {
  const count = shardCountOf(text);
  if (text !== '' && count === null)
    throw wrong('shards', `is ${JSON.stringify(text)}`, `It takes a number from 1 to ${MOST_SHARDS}.`);
  return count;
}

import { readFileSync } from 'node:fs';
import { createActionsHost } from '../../src/host/actions-host.ts';

// Calls the host as standard input, JSON, says: [method, ...arguments] each; `group` takes the calls inside it.
type Call = readonly [method: string, ...args: never[]];

let time = 0;
const host = createActionsHost(() => time);

async function play(calls: readonly Call[]): Promise<void> {
  for (const [method, ...args] of calls) {
    const [first, second] = args;
    if (method === 'group' && first !== undefined && second !== undefined) {
      await host.group(first, () => play(second));
    } else if (method === 'clock' && first !== undefined) {
      time = first;
    } else {
      await Reflect.apply(Reflect.get(host, method), host, args);
    }
  }
}

await play(JSON.parse(readFileSync(0, 'utf8')));

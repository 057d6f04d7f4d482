import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('stand-ins.mjs', import.meta.url));

/** Starts the stand-ins of a workload in another process. `ask('counts')`, `ask('forget')`, `ask('change', { share })`, `close()`. */
export async function startStandIns({ size, latencyMs, rateLimit }) {
  const child = fork(SCRIPT, [JSON.stringify({ size, latencyMs, rateLimit })], {
    execArgv: ['--max-old-space-size=8192'],
  });
  const waiting = new Map();
  child.on('message', ({ id, answer }) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The stand-ins ended with ${code}`));
  });
  const answerTo = (id) => new Promise((resolve, reject) => void waiting.set(id, { resolve, reject }));
  const { config, env } = await answerTo(0);
  let last = 0;
  return {
    config,
    env,
    ask(order, rest = {}) {
      last += 1;
      const answer = answerTo(last);
      child.send({ id: last, order, ...rest });
      return answer;
    },
    close: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.disconnect();
      }),
  };
}

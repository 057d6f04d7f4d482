import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** A way to a server on loopback that takes so many milliseconds longer, by the method of the request. Resolves to its address. */
export async function slowLane(
  context: Pick<TestContext, 'after'>,
  server: { readonly url: string },
  ms: (method: string) => number,
): Promise<string> {
  const target = new URL(server.url);
  const lane = createServer((incoming, outgoing) => {
    setTimeout(
      () => {
        const { method, url, headers } = incoming;
        const onward = request(
          { host: target.hostname, port: target.port, method, path: url, headers },
          (answer) => {
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(outgoing);
          },
        );
        onward.on('error', () => outgoing.destroy());
        incoming.pipe(onward);
      },
      ms(incoming.method ?? 'GET'),
    );
  });
  await new Promise<void>((resolve) => lane.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    lane.close();
    lane.closeAllConnections();
  });
  return `http://127.0.0.1:${(lane.address() as AddressInfo).port}${target.pathname.replace(/\/$/, '')}`;
}

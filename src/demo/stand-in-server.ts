import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** A request as it arrived. `path` starts with `/` and keeps its query; `body` is parsed JSON, its text when it is none. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Left out for an empty body. */
  readonly json?: unknown;
}

/** How a real server goes wrong: a status of its own, no answer at all, a proxy's page, half a document, a dropped connection. */
export type Misbehaviour = Answer | 'hang' | 'html' | 'truncate' | 'reset';

export interface Fault {
  readonly method?: string;
  /** Matched against the path and its query. */
  readonly path: RegExp;
  readonly does: Misbehaviour;
  /** How often; always when left out. */
  readonly times?: number;
}

/** A server on the loopback interface that records what it is asked and misbehaves on request. */
export interface StandIn {
  /** `http://127.0.0.1:port`, no trailing slash. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** How many answers had each status; faults without an answer have none. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Forgets the recorded requests and the statuses. */
  forget(): void;
  /** From now on every answer comes so many milliseconds later, as over a network. */
  setLatency(ms: number): void;
  /** Told of every request as it comes. */
  onRequest(listener: () => void): void;
  addFault(fault: Fault): void;
  clearFaults(): void;
  close(): Promise<void>;
}

export async function startStandIn(
  answer: (request: RecordedRequest) => Answer | Promise<Answer>,
): Promise<StandIn> {
  const requests: RecordedRequest[] = [];
  const statuses = new Map<number, number>();
  const listeners: (() => void)[] = [];
  let latencyMs = 0;
  let faults: { fault: Fault; left: number }[] = [];
  const faultFor = (request: RecordedRequest): Misbehaviour | undefined => {
    const found = faults.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.method === undefined || fault.method === request.method) &&
        fault.path.test(request.path),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault.does;
  };
  const server = createServer(async (incoming, response) => {
    const request = await record(incoming);
    requests.push(request);
    for (const listener of listeners) listener();
    const does = faultFor(request);
    if (does === 'hang') return;
    if (does === 'reset') return void incoming.socket.destroy();
    if (does === 'html') return send(response, 200, { 'content-type': 'text/html' }, PAGE);
    const { status, headers, json } = typeof does === 'object' ? does : await answer(request);
    const text = json === undefined ? '' : JSON.stringify(json);
    const cut = does === 'truncate' ? text.slice(0, Math.floor(text.length / 2)) : text;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (latencyMs > 0) await setTimeout(latencyMs);
    send(
      response,
      status,
      { ...(text === '' ? {} : { 'content-type': 'application/json' }), ...headers },
      cut,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    statuses,
    forget() {
      requests.splice(0);
      statuses.clear();
    },
    setLatency(ms) {
      latencyMs = ms;
    },
    onRequest: (listener) => void listeners.push(listener),
    addFault: (fault) => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clearFaults: () => {
      faults = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const PAGE = '<!doctype html><title>Sign in</title><p>Please sign in to go on.</p>';

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: incoming.headers,
    body: parsed(text),
  };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  response.writeHead(status, headers);
  response.end(text);
}

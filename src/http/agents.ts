import http from 'node:http';
import https from 'node:https';
import { EXIT, IngestError } from '../errors.ts';

export interface TlsOptions {
  /** False accepts any certificate. */
  readonly verify: boolean;
  /** PEM. Replaces the authorities that the runtime trusts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** Environment variables by name. Read name by name, because Deno asks for permission for each. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The connections that a client keeps. */
export interface Agents {
  readonly for: (url: URL) => http.Agent;
  close(): void;
}

const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

/** Known to Node from 22.21 and 24.5 on, and ignored by earlier ones, as are @types/node 20. */
interface ProxyOptions {
  readonly proxyEnv?: Readonly<Record<string, string>>;
}

/** Keep-alive agents for both schemes that honour the proxy variables where the runtime can. */
export function createAgents(options: {
  readonly tls?: TlsOptions;
  readonly proxyEnv?: Environment;
}): Agents {
  const shared: http.AgentOptions & ProxyOptions = { keepAlive: true, ...proxyOptions(options.proxyEnv) };
  const { verify, ...pem } = options.tls ?? { verify: true };
  try {
    const plain = new http.Agent(shared);
    const secure = new https.Agent({ ...shared, ...pem, rejectUnauthorized: verify });
    return {
      for: (url) => (url.protocol === 'https:' ? secure : plain),
      close() {
        plain.destroy();
        secure.destroy();
      },
    };
  } catch {
    // The runtime's own message may quote the proxy's URL, which may hold a password.
    throw new IngestError('http-proxy', 'A proxy variable is not a URL that can be used.', {
      next: 'Check HTTP_PROXY and HTTPS_PROXY, for example http://proxy.example.com:3128.',
      exitCode: EXIT.configuration,
    });
  }
}

function proxyOptions(env: Environment | undefined): ProxyOptions {
  const found = PROXY_VARIABLES.flatMap((name) => {
    const value = env?.[name];
    return value ? [[name, value] as const] : [];
  });
  return found.length === 0 ? {} : { proxyEnv: Object.fromEntries(found) };
}

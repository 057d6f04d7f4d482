import { HttpError } from './http-error.ts';
import { BodyTooLarge } from './read-body.ts';

/** What a request was, for messages: `GET https://host/path`. */
export type Subject = string;

/**
 * The typed error for whatever the wire failed with. Only the failure's code is used: node-fetch's messages hold the whole URL
 * with its query.
 */
export function networkError(subject: Subject, error: unknown, maxBodyBytes: number): HttpError {
  if (error instanceof BodyTooLarge) {
    return new HttpError({
      kind: 'too-large',
      message: `${subject} answered with more than ${Math.floor(maxBodyBytes / 1_048_576)} MB`,
      next: 'Check hostPort: no answer of the API is that large.',
    });
  }
  const code = codeOf(error);
  const trust = TLS[code] ?? (TLS_FAMILY.test(code) ? `TLS failed: ${code}` : null);
  if (trust !== null) {
    return new HttpError({
      kind: 'network',
      tls: true,
      message: `${subject} failed: ${trust}`,
      next: NEXT_FOR_TLS[code] ?? TRUST,
    });
  }
  if (UNSENDABLE.has(code)) {
    return new HttpError({
      kind: 'network',
      message: `${subject} cannot be sent: a header holds characters that HTTP does not allow`,
      next: 'Check the credentials and extraHeaders for line breaks and other characters that do not belong there.',
    });
  }
  return new HttpError({
    kind: 'network',
    message: `${subject} failed: ${WORDS[code] ?? (code === '' ? 'the connection broke' : code)}`,
    next: NEXT[code] ?? 'Try again; when it stays so, check the network between here and the server.',
    transient: true,
  });
}

/** Codes are short words in capitals; anything else could hold text from elsewhere. */
function codeOf(error: unknown): string {
  const rustls =
    error instanceof Error ? /invalid peer certificate: (\w+)/.exec(error.message)?.[1] : undefined;
  if (rustls !== undefined) return RUSTLS[rustls] ?? 'CERT_UNTRUSTED';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : '';
}

/** Deno tells certificate problems in words, in those of its TLS library. */
const RUSTLS: Readonly<Record<string, string>> = {
  CaUsedAsEndEntity: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  Expired: 'CERT_HAS_EXPIRED',
  NotValidYet: 'CERT_NOT_YET_VALID',
  NotValidForName: 'HOSTNAME_MISMATCH',
};

const SELF_SIGNED = 'the certificate is self-signed';
const UNKNOWN_AUTHORITY = 'the certificate comes from an authority that is not known here';

const TLS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate chain ends in a self-signed certificate',
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
  HOSTNAME_MISMATCH: 'the certificate is for another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not speak TLS on this port',
  EPROTO: 'the server does not speak TLS as expected',
};
const TLS_FAMILY = /^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|CERT_)/;

const TRUST =
  'Give the authority that signed it in sslConfig.caCertificate (OpenMetadata) or in the file that NODE_EXTRA_CA_CERTS names.';
const RENEW = 'Have the certificate of the server renewed, and check the clock of this machine.';
const PORT = 'Check http or https, and the port, in hostPort.';
const NAME = 'Use in hostPort the host name that the certificate names; see also sslConfig.caCertificate.';
const NEXT_FOR_TLS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: RENEW,
  CERT_NOT_YET_VALID: RENEW,
  ERR_TLS_CERT_ALTNAME_INVALID: NAME,
  HOSTNAME_MISMATCH: NAME,
  ERR_SSL_WRONG_VERSION_NUMBER: PORT,
  EPROTO: PORT,
  ERR_OSSL_PEM_NO_START_LINE: 'Check that the files or texts in sslConfig are PEM.',
};

const UNSENDABLE: ReadonlySet<string> = new Set(['ERR_INVALID_CHAR', 'ERR_INVALID_HTTP_TOKEN']);

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EPIPE: 'the connection was closed',
  ERR_STREAM_PREMATURE_CLOSE: 'the answer broke off',
};
const NEXT: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Check host and port in hostPort, and that the server is running.',
  ENOTFOUND: 'Check the host name in hostPort; behind a proxy, set HTTPS_PROXY.',
};

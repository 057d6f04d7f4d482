import type { Answer } from '../stand-in-server.ts';

/** An answer other than success, thrown from wherever the request turns out to be wrong. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;
  /** For the rows of a bulk request: bean validation words itself without "query param" there. */
  readonly rowMessage: string;

  constructor(answer: Answer, message: string, rowMessage = message) {
    super(message);
    this.answer = answer;
    this.rowMessage = rowMessage;
  }
}

/** A refusal by the server's own exception mapper, which sends `WWW-Authenticate` with everything but 400 and 500. */
function mapped(status: number, message: string): Refusal {
  return new Refusal(
    { status, headers: { 'www-authenticate': 'om-auth' }, json: { code: status, message } },
    message,
  );
}

function plain(status: number, message: string, extra: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal({ status, json: { code: status, ...extra, message } }, message);
}

export const unauthorised = (why: string) => mapped(401, `Not Authorized! ${why}`);
export const forbidden = (message: string) => mapped(403, message);
export const notFound = (type: string, key: string) => mapped(404, `${type} instance for ${key} not found`);
export const notFoundText = (message: string) => mapped(404, message);
export const alreadyExists = () => mapped(409, 'Entity already exists');
export const preconditionFailed = (etag: string) =>
  mapped(
    412,
    `The entity has been modified. Current ETag: ${etag}. Please refresh and retry with the latest version.`,
  );

export const badRequest = (message: string) => plain(400, message);
/** Bean validation, e.g. `name must not be null`. */
export function invalid(rule: string): Refusal {
  const message = `[query param ${rule}]`;
  return new Refusal({ status: 400, json: { code: 400, message } }, message, `[${rule}]`);
}
/** 404 of a lineage edge that is to be deleted: without `WWW-Authenticate`, as recorded. */
export const noSuchEdge = () => plain(404, 'Lineage edge not found');
export const noSuchPath = () => plain(404, 'HTTP 404 Not Found');
export const methodNotAllowed = () => plain(405, 'HTTP 405 Method Not Allowed');
export const unhandled = () =>
  plain(500, 'An exception with message [null] was thrown while processing request.', {
    errorType: 'UNHANDLED_SERVER_EXCEPTION',
  });

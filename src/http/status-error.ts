import { STATUS_CODES } from 'node:http';
import type { Answer } from './attempt.ts';
import { HttpError } from './http-error.ts';
import type { Subject } from './network-error.ts';
import { isTransient } from './retry-timing.ts';

const LONGEST = 500;

/** The typed error for an answer that says no. */
export function statusError(
  subject: Subject,
  answer: Answer,
  options: {
    readonly host: string;
    readonly redact: (text: string) => string;
    readonly retryAfterMs: number | null;
  },
): HttpError {
  const { status } = answer;
  const serverMessage = messageIn(answer.text, options.redact);
  const reason = STATUS_CODES[status];
  const said = serverMessage === null ? '' : `: ${serverMessage}`;
  return new HttpError({
    kind: 'status',
    status,
    serverMessage,
    message: `${subject} answered ${status}${reason === undefined ? '' : ` ${reason}`}${said}`,
    next: nextStep(status, options.host),
    transient: isTransient(status),
    retryAfterMs: options.retryAfterMs,
  });
}

function nextStep(status: number, host: string): string {
  if (status === 401)
    return `Check the credentials for ${host}: they are missing, wrong, expired or withdrawn.`;
  if (status === 403)
    return `The credentials for ${host} are known but may not do this: give them the permission.`;
  if (status === 404)
    return 'Check the names in the configuration: it is not there, or hidden from these credentials.';
  if (status === 407) return 'The proxy wants credentials: put them into the proxy variable.';
  if (status === 429)
    return `${host} limits the number of requests: try again later, or stop other programs using the same key.`;
  if (status >= 500) return `${host} has a problem of its own: try again later, and look at its logs.`;
  return `${host} did not accept the request: its message, if there is one, says why.`;
}

/**
 * The `message` of a JSON error body, for people: redacted, on one line, at most 500 characters; as JSON when it is not text
 * (Rails answers failed validations with an object). Null without one.
 */
function messageIn(text: string, redact: (text: string) => string): string | null {
  const message = messageOf(text);
  if (message === undefined || message === null || message === '') return null;
  const whole = redact(typeof message === 'string' ? message : JSON.stringify(message));
  const letters = [...whole.replace(/\s+/g, ' ').trim()];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
}

function messageOf(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  } catch {
    return undefined;
  }
}

import type { Answer } from './attempt.ts';
import { HttpError } from './http-error.ts';
import type { Subject } from './network-error.ts';

/**
 * The JSON of a 2xx; undefined for an empty body, which a 204 has and some 200s too.
 * @throws HttpError of kind not-json: a sign-in page, a proxy's page, or half a document. Transient: proxies recover.
 */
export function parseAnswer(subject: Subject, answer: Answer): unknown {
  if (answer.text.trim() === '') return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    throw new HttpError({
      kind: 'not-json',
      status: answer.status,
      message: `${subject} answered ${answer.status} with ${whatItIs(answer)}`,
      next: 'Check hostPort: a proxy or a single sign-on may be answering instead of the API. If it is right, try again.',
      transient: true,
    });
  }
}

function whatItIs({ text, headers }: Answer): string {
  const start = text.trimStart();
  if (start.startsWith('<') || /\bhtml\b/i.test(headers.get('content-type') ?? '')) {
    return 'a web page instead of JSON, as a sign-in or a proxy does';
  }
  return /^[[{"]/.test(start) ? 'JSON that breaks off or is broken' : 'something else than JSON';
}

/** The JSON of an answer that the caller wants whatever its status; undefined when it is none. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

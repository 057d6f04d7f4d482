import type { Requester } from '../http/give-up.ts';
import { HttpError } from '../http/http-error.ts';
import { NotReached } from './until-reading-ends.ts';

/**
 * Asks for one report by its token: pages shift while they are listed, so a listing alone proves nothing gone. Only a 404 is proof;
 * an answer that failed is none. `GET /reports/{token}` answers for datasets too.
 */
export async function stillThere(
  http: Requester,
  workspaceName: string,
  reportToken: string,
): Promise<string | null> {
  const path = `/api/${encodeURIComponent(workspaceName)}/reports/${encodeURIComponent(reportToken)}`;
  try {
    await http.request({ method: 'GET', path });
    return 'still in Mode, though no collection lists it';
  } catch (error) {
    if (error instanceof NotReached) return unknown(error);
    if (!(error instanceof HttpError) || error.kind === 'cancelled') throw error;
    return error.status === 404 ? null : unknown(error);
  }
}

const unknown = ({ message }: Error): string => `it could not be learnt whether it is gone: ${message}`;

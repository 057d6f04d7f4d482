import { EXIT, IngestError } from '../errors.ts';
import type { Requester } from '../http/give-up.ts';
import { HttpError } from '../http/http-error.ts';
import { verifyPayload } from './payloads/verify-payload.ts';

/** What Mode says of the key. */
export interface VerifiedKey {
  readonly workspace: string;
  /** `workspace`, `member` …; null when Mode does not tell. */
  readonly scope: string | null;
}

/**
 * Proves that the key is good and opens the configured workspace. `GET /api/{workspace}` would prove nothing: it answers anybody.
 * @throws IngestError when the key is refused or opens another workspace, and HttpError when Mode cannot be asked.
 */
export async function verifyKey(http: Requester, workspaceName: string): Promise<VerifiedKey> {
  const { json } = await http.request({ method: 'GET', path: '/api/verify' }).catch(refuse);
  const read = verifyPayload.safeParse(json);
  if (!read.success) {
    throw new IngestError('mode-verify', 'The answer to /api/verify is not what Mode answers there.', {
      next: 'Check that hostPort is the address of Mode, https://app.mode.com as a rule.',
      exitCode: EXIT.configuration,
    });
  }
  const { workspace, api_key_scope: scope } = read.data;
  if (workspace.toLowerCase() !== workspaceName.toLowerCase()) {
    throw new IngestError(
      'mode-workspace',
      `The API key belongs to the workspace "${workspace.slice(0, 100)}", but workspaceName is "${workspaceName}".`,
      {
        next: 'Set workspaceName to the name in the address of the workspace, app.mode.com/{workspaceName}, or use a key of that workspace.',
        exitCode: EXIT.configuration,
      },
    );
  }
  return { workspace, scope };
}

function refuse(error: unknown): never {
  if (!(error instanceof HttpError)) throw error;
  if (error.status === 401) {
    throw new IngestError('mode-unauthorized', 'Mode refuses the API key (401).', {
      next: "Check accessToken (the key's token) and accessTokenPassword (its secret); an admin makes new ones under Workspace Settings, API Keys.",
      exitCode: EXIT.credentials,
      cause: error,
    });
  }
  if (error.status === 403) {
    throw new IngestError('mode-forbidden', 'Mode knows the API key but does not let it use the API (403).', {
      next: "Ask an admin of the workspace to enable the API for this key; the API needs one of Mode's paid plans.",
      exitCode: EXIT.credentials,
      cause: error,
    });
  }
  throw error;
}
